package org.mdmhub.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * What a form must bring besides its cookie, so that no other site can send it. Kept in a cookie of its own: in a
 * session each look at the login page would leave a row in the database. Under TLS {@code __Host-} keeps a neighbour on
 * another host of the domain from planting one.
 */
final class CsrfCookie implements CsrfTokenRepository {

    private static final String NAME = "MDMCSRF";

    private final CsrfTokenRepository plain = cookie(NAME, false);
    private final CsrfTokenRepository secure = cookie("__Host-" + NAME, true);
    private final boolean always;

    /** @param always where TLS ends before the hub */
    CsrfCookie(boolean always) {
        this.always = always;
    }

    private static CsrfTokenRepository cookie(String name, boolean secure) {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName(name);
        repository.setCookiePath("/");
        repository.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
        return repository;
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return always || request.isSecure() ? secure : plain;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }
}
