package org.mdmhub.sync.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mdmhub.sync.sandbox.Faults.Fault;
import tools.jackson.databind.JsonNode;

/** What the sandbox shows to a person: what it is, what it holds and what it was sent. No script, nothing from outside. */
final class FrontPage {

    private static final int RECORDS = 50;
    private static final int REQUESTS = 30;
    private static final int NEW_SECONDS = 60;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final String STYLE = resource("page.css");
    private static final Set<String> CHROME = Set.of("attributes", "FormId");

    private final Shelf shelf;
    private final Dialect dialect;
    private final Faults faults;
    private final RequestLog log;

    FrontPage(Shelf shelf, Dialect dialect, Faults faults, RequestLog log) {
        this.shelf = shelf;
        this.dialect = dialect;
        this.faults = faults;
        this.log = log;
    }

    Reply reply(Call call) {
        Words words = Words.of(call);
        boolean still = call.parameters().containsKey("still");
        Html page = new Html();
        head(page, words, still);
        body(page, words, still);
        return new Reply(
                200,
                Map.of(
                        "Content-Type", "text/html;charset=UTF-8",
                        "Content-Security-Policy",
                                "default-src 'none'; style-src 'sha256-" + hash(STYLE)
                                        + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "no-referrer",
                        "Cache-Control", "no-store"),
                page.toString());
    }

    private void head(Html page, Words words, boolean still) {
        String title = words.of("title", dialect.product());
        page.raw("<!DOCTYPE html><html lang=\"" + words.language() + "\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw(still ? "" : "<meta http-equiv=\"refresh\" content=\"5\">")
                .raw("<link rel=\"icon\" href=\"data:,\">")
                .tag("title", title)
                .raw("<style>" + STYLE + "</style></head><body><header><div>")
                .raw("<div class=\"top\">")
                .tag("h1", title)
                .raw("<nav><a lang=\"zh-CN\" href=\"?lang=zh\">中文</a>"
                        + "<a lang=\"en\" href=\"?lang=en\">English</a></nav></div>")
                .tag("p", words.of("intro", dialect.product()))
                .raw("</div></header>");
    }

    private void body(Html page, Words words, boolean still) {
        page.raw("<main><p class=\"soft\">" + Html.escaped(words.of(still ? "still" : "refresh")) + " <a href=\"?lang="
                        + words.language() + (still ? "" : "&amp;still") + "\">")
                .raw(Html.escaped(words.of(still ? "still.end" : "still.begin")) + "</a></p>");
        Fault fault = faults.current();
        if (fault != null) {
            page.tag("p class=\"fault\"", words.of("faults", Json.write(fault.shown())));
        }
        List<Item> newest = shelf.newest(RECORDS);
        page.tag("h2", words.of("held", shelf.all().size()));
        if (newest.isEmpty()) {
            page.tag("p class=\"soft\"", words.of("empty"));
        }
        if (shelf.all().size() > RECORDS) {
            page.tag("p class=\"soft\"", words.of("shown", RECORDS));
        }
        page.raw("<ul class=\"records\">");
        newest.forEach(item -> record(page, words, item));
        page.raw("</ul>");
        requests(page, words);
        page.raw("</main></body></html>");
    }

    private void record(Html page, Words words, Item item) {
        JsonNode shown = dialect.shown(item);
        page.raw("<li><p class=\"head\">")
                .tag("strong", shown.path(dialect.nameField(item)).asString(""))
                .tag("code", item.number())
                .tag("span class=\"soft\"", item.kind())
                .tag("span class=\"soft\"", words.of("ownId", shown.path("Id").asString("")))
                .tag("span class=\"soft\"", time(item.at()));
        if (item.at().plusSeconds(NEW_SECONDS).isAfter(Instant.now())) {
            page.tag("span class=\"new\"", words.of("new"));
        }
        page.raw("</p><details>").tag("summary", words.of("fields")).raw("<dl>");
        shown.properties().stream()
                .filter(field -> !CHROME.contains(field.getKey()) && !isEmpty(field.getValue()))
                .forEach(field -> page.tag("dt", field.getKey()).tag("dd", text(field.getValue())));
        page.raw("</dl></details></li>");
    }

    private void requests(Html page, Words words) {
        page.tag("h2", words.of("requests")).raw("<table><thead><tr>");
        List.of("at", "method", "path", "answer").forEach(head -> page.tag("th scope=\"col\"", words.of(head)));
        page.raw("</tr></thead><tbody>");
        log.newest(REQUESTS).forEach(request -> {
            int status = request.path("status").asInt(0);
            String fault = request.path("fault").asString("");
            page.raw("<tr>")
                    .tag("td", time(Instant.parse(request.path("at").asString())))
                    .tag("td", request.path("method").asString())
                    .tag("td", request.path("path").asString())
                    .tag(
                            status == 0 || status >= 300 ? "td class=\"bad\"" : "td class=\"good\"",
                            (status == 0 ? "–" : status) + (fault.isEmpty() ? "" : " · " + fault))
                    .raw("</tr>");
        });
        page.raw("</tbody></table>");
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isContainer() && value.isEmpty();
    }

    private static String text(JsonNode value) {
        return value.isContainer() ? Json.write(value) : value.asString("");
    }

    private static String time(Instant at) {
        return at.equals(Instant.EPOCH) ? "" : TIME.format(at);
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(FrontPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
