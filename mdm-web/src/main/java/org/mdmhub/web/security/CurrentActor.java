package org.mdmhub.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler the {@link Actor} who calls, looked up once a call. */
@Component
public class CurrentActor implements HandlerMethodArgumentResolver {

    private static final String KEPT = CurrentActor.class.getName();

    private final Accounts accounts;

    CurrentActor(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Who calls; empty where nobody is logged in, or he was disabled meanwhile. */
    public Optional<Actor> of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof Actor known) {
            return Optional.of(known);
        }
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || !caller.isAuthenticated() || caller.getName().equals("anonymousUser")) {
            return Optional.empty();
        }
        Optional<Actor> actor = accounts.actor(caller.getName(), lent(caller));
        actor.ifPresent(found -> request.setAttribute(KEPT, found));
        return actor;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Set<Right> lent(Authentication caller) {
        return caller.getDetails() instanceof Set<?> rights ? (Set<Right>) rights : null;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return of(java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)))
                .orElseThrow(() -> new IllegalStateException("a route without a caller asked who calls"));
    }
}
