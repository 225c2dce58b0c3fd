package org.mdmhub.web.layout;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.security.CurrentActor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Gives every page, error pages included, what its frame needs; the template finds it as {@code frame}. */
@Component
class Frame implements HandlerInterceptor {

    private final CurrentActor actors;
    private final Accounts accounts;
    private final Preferences preferences;
    private final boolean demo;

    Frame(CurrentActor actors, Accounts accounts, Preferences preferences, Environment environment) {
        this.actors = actors;
        this.accounts = accounts;
        this.preferences = preferences;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /**
     * The frame of one page.
     *
     * @param login of who is logged in, null where nobody is
     * @param rights his rights
     * @param path of the page, as a GET finds it
     * @param query what stands behind it, the language left out; empty where there is nothing
     * @param likes his preferences
     */
    record View(
            @Nullable String login,
            @Nullable String name,
            Set<Right> rights,
            boolean demo,
            String path,
            String query,
            Map<String, String> likes) {

        public boolean may(String right) {
            return rights.contains(Right.valueOf(right));
        }

        /** Whether this page lies under that place. */
        public boolean under(String place) {
            return path.equals(place) || path.startsWith(place + "/");
        }

        /** A preference, or what holds where he has none. */
        public String like(String preference, String otherwise) {
            return likes.getOrDefault(preference, otherwise);
        }

        /** The language of the page; known only after it may have been changed by this very call. */
        public String language() {
            return Labels.locale().getLanguage().equals("zh") ? "zh-CN" : "en";
        }

        /** This page's address. */
        public String here() {
            return query.isEmpty() ? path : path + "?" + query;
        }

        /** This page in another language. */
        public String in(String wanted) {
            return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + wanted;
        }

        /** The words for a status that the container or the filters answered. */
        public String code(int status) {
            return switch (HttpStatus.valueOf(status)) {
                case FORBIDDEN, UNAUTHORIZED -> "forbidden";
                case NOT_FOUND, METHOD_NOT_ALLOWED -> "notFound";
                default -> HttpStatus.valueOf(status).is4xxClientError() ? "address" : "failure";
            };
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Actor> reader = reader(request);
        String login = reader.map(Actor::login).orElse(null);
        View view = new View(
                login,
                login == null ? null : accounts.names(List.of(login)).getOrDefault(login, login),
                reader.map(Actor::rights).orElse(Set.of()),
                demo,
                path(request),
                query(request),
                login == null ? Map.of() : preferences.of(login));
        request.setAttribute("frame", view);
        return true;
    }

    /** An error page must come also where the database does not answer. */
    private Optional<Actor> reader(HttpServletRequest request) {
        try {
            return actors.of(request);
        } catch (DataAccessException | TransactionException e) {
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A form posts to a verb below its page. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        boolean page = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return page ? path : path.replaceFirst("(?<=.)/[^/]*$", "");
    }

    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !part.startsWith("lang="))
                        .collect(Collectors.joining("&"));
    }
}
