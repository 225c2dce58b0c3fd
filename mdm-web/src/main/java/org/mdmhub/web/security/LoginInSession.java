package org.mdmhub.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Keeps of somebody who is logged in just the login and where from; all else is read afresh with each call. A session
 * ends 12 hours after its begin however busy it is.
 */
final class LoginInSession implements SecurityContextRepository {

    private static final Duration LONGEST = Duration.ofHours(12);

    private final Sessions sessions;
    private final Clock clock;

    LoginInSession(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("deprecation") // the one way that the interface leaves
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        String login = login(holder.getRequest().getSession(false));
        return login == null
                ? SecurityContextHolder.createEmptyContext()
                : new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(login, null, List.of()));
    }

    private @Nullable String login(@Nullable HttpSession session) {
        if (session == null) {
            return null;
        }
        if (clock.millis() - session.getCreationTime() > LONGEST.toMillis()) {
            session.invalidate();
            return null;
        }
        return session.getAttribute(Sessions.LOGIN) instanceof String login ? login : null;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var caller = context.getAuthentication();
        if (caller == null) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(Sessions.LOGIN);
            }
            return;
        }
        sessions.trim(caller.getName());
        HttpSession session = request.getSession();
        session.setAttribute(Sessions.LOGIN, caller.getName());
        session.setAttribute(Sessions.ADDRESS, String.valueOf(request.getRemoteAddr()));
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return login(request.getSession(false)) != null;
    }
}
