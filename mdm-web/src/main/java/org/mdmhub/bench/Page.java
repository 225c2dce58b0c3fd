package org.mdmhub.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What people open, how often beside the others, and how quick it should be. */
enum Page {
    HOME("first page", 1, false),
    LIST("list", 2, false),
    LIST_FILTERED("list, filtered", 2, false),
    LIST_FOUND("list, searched", 2, false),
    LIST_TYPED("list, search as you type", 4, true),
    SEARCH("search box", 4, true),
    RECORD("record", 3, false),
    INBOX("inbox", 2, false),
    REQUEST("inbox, request", 1, false),
    REQUEST_PANE("inbox, request pane", 2, true);

    private static final int PAGE_AIM_MS = 100;
    private static final int FRAGMENT_AIM_MS = 50;
    private static final int LETTERS = 6;

    private final String title;
    private final int weight;
    private final boolean fragment;

    Page(String title, int weight, boolean fragment) {
        this.title = title;
        this.weight = weight;
        this.fragment = fragment;
    }

    /** What of the hub's data the people open. */
    record Material(List<String> codes, List<String> requests, List<String> names) {}

    String title() {
        return title;
    }

    /** Whether it is asked for by htmx and answered with a part of a page. */
    boolean fragment() {
        return fragment;
    }

    /** The p95 that it should keep, in milliseconds. */
    int aimMs() {
        return fragment ? FRAGMENT_AIM_MS : PAGE_AIM_MS;
    }

    String path(Material material, Random random) {
        return switch (this) {
            case HOME -> "/";
            case LIST -> "/records/customers";
            case LIST_FILTERED -> "/records/customers?status=ACTIVE&unit=CN-EAST";
            case LIST_FOUND, LIST_TYPED -> "/records/customers?q=" + typed(material, random);
            case SEARCH -> "/search?q=" + typed(material, random);
            case RECORD -> "/records/customers/" + any(material.codes(), random);
            case INBOX -> "/inbox";
            case REQUEST, REQUEST_PANE -> "/inbox/" + any(material.requests(), random);
        };
    }

    /** The first letters of a name, or a whole code. */
    private static String typed(Material material, Random random) {
        String text = random.nextInt(LETTERS) == 0 ? any(material.codes(), random) : any(material.names(), random);
        int end = Math.min(text.length(), 2 + random.nextInt(LETTERS));
        return URLEncoder.encode(text.startsWith("C0") ? text : text.substring(0, end), StandardCharsets.UTF_8);
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    /** One of all, as often as its weight says. */
    static Page any(Random random) {
        int all = 0;
        for (Page page : values()) {
            all += page.weight;
        }
        int at = random.nextInt(all);
        for (Page page : values()) {
            at -= page.weight;
            if (at < 0) {
                return page;
            }
        }
        throw new IllegalStateException("the weights do not cover " + at);
    }
}
