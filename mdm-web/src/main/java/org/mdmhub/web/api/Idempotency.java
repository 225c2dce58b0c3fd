package org.mdmhub.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mdmhub.web.security.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Gives the first answer again to a POST that comes a second time with the same {@code Idempotency-Key}. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class Idempotency extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;
    private static final List<String> KEPT = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final IdempotencyKeys keys;
    private final ProblemWriter problems;

    Idempotency(IdempotencyKeys keys, ProblemWriter problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || request.getHeader(HEADER) == null
                // the same file is the same paper, whatever key it comes with
                || request.getRequestURI().equals("/api/v1/documents")
                // keeps its key with the list: its file is larger than what is held here
                || request.getRequestURI().equals("/api/v1/lists");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HEADER);
        if (given.isBlank() || given.length() > LONGEST) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "malformed");
            return;
        }
        byte[] body;
        try {
            body = request.getInputStream().readAllBytes();
        } catch (BodyLimit.TooLarge e) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "tooLarge");
            return;
        }
        var caller = SecurityContextHolder.getContext().getAuthentication();
        String login = caller == null ? "" : caller.getName();
        var key = new IdempotencyKeys.Key(login, request.getRequestURI(), given);
        byte[] hash = sha256(body);
        if (keys.begin(key, hash)) {
            run(key, new Replayable(request, body), response, chain);
        } else {
            again(key, hash, request, response);
        }
    }

    private void run(
            IdempotencyKeys.Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, answer);
            answered = answer.getStatus() < 500;
        } finally {
            if (answered) {
                keys.end(key, answer.getStatus(), kept(answer), keptBody(key, answer));
            } else {
                keys.forget(key);
            }
            answer.copyBodyToResponse();
        }
    }

    private void again(IdempotencyKeys.Key key, byte[] hash, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        IdempotencyKeys.Known known = keys.find(key).orElse(null);
        if (known != null && !MessageDigest.isEqual(known.bodyHash(), hash)) {
            problems.write(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "idempotencyKey");
        } else if (known != null && known.done()) {
            response.setStatus(known.status());
            known.headers().forEach(response::setHeader);
            response.getOutputStream().write(known.body());
        } else if (known != null && !known.live() && known.requestId() != null) {
            show(known.requestId(), request, response);
        } else {
            problems.write(request, response, HttpStatus.CONFLICT, "running");
        }
    }

    /** The hub died after the effect and before the answer: what it would have answered is read once more. */
    private static void show(UUID id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String address = "/api/v1/change-requests/" + id;
        boolean opened = request.getRequestURI().endsWith("/change-requests");
        if (opened) {
            response.setHeader(HttpHeaders.LOCATION, address);
        }
        request.getRequestDispatcher(address)
                .forward(
                        new HttpServletRequestWrapper(request) {
                            @Override
                            public String getMethod() {
                                return "GET";
                            }
                        },
                        new HttpServletResponseWrapper(response) {
                            @Override
                            public void setStatus(int status) {
                                super.setStatus(opened && status == 200 ? HttpStatus.CREATED.value() : status);
                            }
                        });
    }

    private static Map<String, String> kept(HttpServletResponse answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? answer.getContentType() : answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    /** A token is shown once; what is kept of that answer does not hold it. */
    private static byte[] keptBody(IdempotencyKeys.Key key, ContentCachingResponseWrapper answer) {
        byte[] body = answer.getContentAsByteArray();
        return key.route().endsWith("/tokens")
                ? new String(body, StandardCharsets.UTF_8)
                        .replaceAll("\"token\":\"[^\"]*\"", "\"token\":null")
                        .getBytes(StandardCharsets.UTF_8)
                : body;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
