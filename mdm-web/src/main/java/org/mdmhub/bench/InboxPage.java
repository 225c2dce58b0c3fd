package org.mdmhub.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What people open at the inbox. */
enum InboxPage {
    FIRST("first page", "/inbox"),
    NEW("tab: new", "/inbox?tab=new"),
    CHANGES("tab: changes", "/inbox?tab=changes"),
    MINE("tab: mine", "/inbox?tab=mine"),
    OPEN("tab: all open", "/inbox?tab=open"),
    NEXT("next page", "/inbox?tab=waiting&after=%s"),
    TYPE("filter: products (none)", "/inbox?tab=waiting&type=products"),
    KIND("filter: kind RETIRE", "/inbox?tab=waiting&kind=RETIRE"),
    GROUP("filter: account group", "/inbox?tab=waiting&group=PERSON"),
    UNIT("filter: organisation", "/inbox?tab=waiting&unit=CN-EAST"),
    ASKER("filter: who asked", "/inbox?tab=waiting&who=lead2"),
    DAYS("filter: open for 7 days", "/inbox?tab=waiting&days=7"),
    LATE("filter: overdue", "/inbox?tab=waiting&late=true"),
    ALIKE("filter: look-alikes", "/inbox?tab=waiting&alike=true"),
    TEXT("filter: text", "/inbox?tab=waiting&q=%s"),
    TEXT_OPEN("filter: text, all open", "/inbox?tab=open&q=%s"),
    KIND_OPEN("filter: kind, all open", "/inbox?tab=open&kind=RETIRE"),
    ONE("opening one", "/inbox/%s?tab=waiting");

    static final int AIM_MS = 150;

    private final String title;
    private final String path;

    InboxPage(String title, String path) {
        this.title = title;
        this.path = path;
    }

    String title() {
        return title;
    }

    /** Whether it is asked for by htmx and answered with a part of a page. */
    boolean fragment() {
        return this == ONE;
    }

    String path(Page.Material material, Random random) {
        return switch (this) {
            case NEXT, ONE -> path.formatted(any(material.requests(), random));
            case TEXT, TEXT_OPEN -> path.formatted(typed(any(material.names(), random), random));
            default -> path;
        };
    }

    /** Two to five letters out of the middle of a name. */
    private static String typed(String name, Random random) {
        int length = Math.min(name.length(), 2 + random.nextInt(4));
        int from = random.nextInt(name.length() - length + 1);
        return URLEncoder.encode(name.substring(from, from + length), StandardCharsets.UTF_8);
    }

    private static String any(java.util.List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
