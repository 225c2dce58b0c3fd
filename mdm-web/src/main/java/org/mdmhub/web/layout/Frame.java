package org.mdmhub.web.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.security.Accounts;
import org.mdmhub.web.security.CurrentActor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page, error pages included, what its frame needs; the template finds it as {@code frame}. */
@Component
class Frame implements HandlerInterceptor {

    /** Where the page is found by GET, for pages that answer a POST. */
    private static final String SELF = "self";

    private final CurrentActor actors;
    private final Accounts accounts;
    private final boolean demo;

    Frame(CurrentActor actors, Accounts accounts, Environment environment) {
        this.actors = actors;
        this.accounts = accounts;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /**
     * The frame of one page.
     *
     * @param name of who is logged in, null where nobody is
     * @param here address of the page, with which the language switch keeps it
     */
    record View(
            @Nullable String login,
            @Nullable String name,
            boolean inbox,
            boolean masters,
            boolean demo,
            String language,
            String here,
            String path) {

        /** This page in another language. */
        public String in(String wanted) {
            return here + (here.contains("?") ? "&" : "?") + "lang=" + wanted;
        }
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        page.addObject("frame", view(request, page.getModel().get(SELF)));
        if (page.getViewName().equals("error") && !page.getModel().containsKey("code")) {
            page.addObject("code", code(response.getStatus()));
        }
    }

    private View view(HttpServletRequest request, @Nullable Object self) {
        Optional<Actor> reader = actors.of(request);
        String login = reader.map(Actor::login).orElse(null);
        String path = self == null ? path(request) : self.toString();
        return new View(
                login,
                login == null ? null : accounts.names(List.of(login)).getOrDefault(login, login),
                reader.filter(who -> who.may(Right.READ_REQUESTS)).isPresent(),
                reader.filter(who -> who.may(Right.READ_MASTERS)).isPresent(),
                demo,
                Labels.locale().equals(Locale.SIMPLIFIED_CHINESE) ? "zh-CN" : "en",
                path + query(request),
                path);
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** The words for a status that the container or the filters answered. */
    private static String code(int status) {
        return switch (HttpStatus.valueOf(status)) {
            case FORBIDDEN, UNAUTHORIZED -> "forbidden";
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "notFound";
            default -> HttpStatus.valueOf(status).is4xxClientError() ? "address" : "failure";
        };
    }
}
