package org.mdmhub.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;

/** A strict content security policy: only our own scripts and styles, and inline ones that carry this page's nonce. */
final class Nonce extends OncePerRequestFilter {

    static final String NAME = "nonce";

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NAME, nonce);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce
                        + "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
                        + " frame-ancestors 'none'; base-uri 'none'");
        chain.doFilter(request, response);
    }
}
