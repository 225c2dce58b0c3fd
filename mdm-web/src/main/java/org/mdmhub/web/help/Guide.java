package org.mdmhub.web.help;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The pages of the guide, in the order in which one needs them. The words stand in the messages under help.KEY. */
enum Guide {
    FIRST(6, "inbox", List.of("/")),
    FIND(5, "customers", List.of("/records", "/search")),
    ASK(6, "ask", List.of("/records/customers/new", "/records/products/new", "/requests")),
    CHANGE(5, "edit", List.of()),
    DECIDE(7, "decide", List.of("/inbox", "/duplicates")),
    HISTORY(4, "history", List.of()),
    STANDARD(6, "standard", List.of("/standard", "/quality")),
    STEWARDSHIP(
            6,
            "stewardship",
            List.of(
                    "/stewardship",
                    "/standard/policies",
                    "/standard/calendars",
                    "/mass-changes",
                    "/dormant",
                    "/notices")),
    TARGETS(5, "target", List.of("/targets", "/deliveries")),
    PEOPLE(5, "person", List.of("/people", "/account")),
    KEYS(4, "keys", List.of());

    private final int steps;
    private final String picture;
    private final List<String> places;

    Guide(int steps, String picture, List<String> places) {
        this.steps = steps;
        this.picture = picture;
        this.places = places;
    }

    /** Its name in an address and in the messages. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Numbers of its steps. */
    public List<Integer> steps() {
        return IntStream.rangeClosed(1, steps).boxed().toList();
    }

    /** File of its picture in that language, among the assets. */
    public String picture(String language) {
        return "/assets/help/" + picture + "-" + language + ".jpg";
    }

    static Optional<Guide> named(String key) {
        return Arrays.stream(values()).filter(guide -> guide.key().equals(key)).findFirst();
    }

    /** The page about the job that is done at that place; the longest place wins. */
    static Guide about(String path) {
        Guide best = FIRST;
        int length = 0;
        for (Guide guide : values()) {
            for (String place : guide.places) {
                boolean under = path.equals(place) || path.startsWith(place + "/");
                if (under && place.length() > length) {
                    best = guide;
                    length = place.length();
                }
            }
        }
        return best;
    }
}
