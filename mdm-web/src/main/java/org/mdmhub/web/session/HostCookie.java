package org.mdmhub.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The session's cookie: not for scripts and not for other sites. Under TLS it is Secure and {@code __Host-}, which binds
 * it to this very host; on plain loopback browsers would refuse that.
 */
final class HostCookie implements CookieSerializer {

    private final CookieSerializer plain;
    private final CookieSerializer secure;
    private final boolean always;

    /** @param always where TLS ends before the hub */
    HostCookie(String name, boolean always) {
        this.plain = cookie(name, false);
        this.secure = cookie("__Host-" + name, true);
        this.always = always;
    }

    private static CookieSerializer cookie(String name, boolean secure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(secure);
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private CookieSerializer of(HttpServletRequest request) {
        return always || request.isSecure() ? secure : plain;
    }
}
