package org.mdmhub.web;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody at the screens with his cookies, but without a browser; redirects are not followed. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;

    public Visitor(int port) {
        this.port = port;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Posts a form with what its page at {@code page} hides in it. */
    public HttpResponse<String> post(String page, String path, Map<String, String> form) {
        return post(page, path, form, Map.of());
    }

    public HttpResponse<String> post(String page, String path, Map<String, String> form, Map<String, String> headers) {
        Matcher csrf = CSRF.matcher(get(page).body());
        String hidden = csrf.find() ? csrf.group(1) : "";
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(hidden)
                        + form.entrySet().stream()
                                .map(entry -> "&" + entry.getKey() + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining())));
        headers.forEach(request::header);
        return send(request);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public HttpResponse<String> logIn(String login, String password) {
        return logIn(login, password, Map.of());
    }

    public HttpResponse<String> logIn(String login, String password, Map<String, String> headers) {
        return post("/login", "/login", Map.of("username", login, "password", password), headers);
    }

    /** The value of a cookie; null where there is none. */
    public @Nullable String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether the hub knows who he is. */
    public boolean isIn() {
        return get("/account").statusCode() == 200;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
