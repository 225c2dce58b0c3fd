package org.mdmhub.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Somebody with a browser of his own: a session, cookies, pages as they come over the wire. */
final class Visitor {

    private static final String PASSWORD = "golden-record-demo";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*?value=\"([^\"]+)\"");
    private static final Pattern ASSET =
            Pattern.compile("(?:<link[^>]*? href|<script[^>]*? src|<img[^>]*? src|<use" + " href)=\"(/[^\"#]+)");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;

    Visitor(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** What came: the status, and what went over the wire for the body. */
    static final class Seen {

        private final int status;
        private final byte[] wire;
        private final boolean gzip;

        private Seen(HttpResponse<byte[]> answer) {
            this.status = answer.statusCode();
            this.wire = answer.body();
            this.gzip =
                    answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        }

        int status() {
            return status;
        }

        int bytes() {
            return wire.length;
        }

        String text() throws IOException {
            if (!gzip) {
                return new String(wire, StandardCharsets.UTF_8);
            }
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(wire))) {
                return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    /** Comes in by the form, as people do. */
    void logIn(String login) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/login", false).text());
        if (!token.find()) {
            throw new IOException("the login page has no token");
        }
        String form = Map.of("username", login, "password", PASSWORD, "_csrf", token.group(1)).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest post = HttpRequest.newBuilder(URI.create(address + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<Void> answer = http.send(post, HttpResponse.BodyHandlers.discarding());
        String there = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || there.contains("error")) {
            throw new IOException(login + " cannot log in: " + answer.statusCode() + " " + there);
        }
    }

    Seen get(String path, boolean fragment) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN")
                .header("Accept-Encoding", "gzip");
        if (fragment) {
            request.header("HX-Request", "true");
        }
        return new Seen(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    /** Bytes of a page with everything that it names, each once, as a browser with an empty cache loads it. */
    int weight(String page) throws IOException, InterruptedException {
        Seen seen = get(page, false);
        Set<String> assets = new LinkedHashSet<>();
        Matcher named = ASSET.matcher(seen.text());
        while (named.find()) {
            assets.add(named.group(1).replace("&amp;", "&"));
        }
        int bytes = seen.bytes();
        for (String asset : assets) {
            bytes += get(asset, false).bytes();
        }
        return bytes;
    }
}
