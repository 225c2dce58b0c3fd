package org.mdmhub.web.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mdmhub.duplicate.Link;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;

/** How two that are not the same may be tied together, a digit each. */
@Component
class LinkChoices {

    /** Written into the record that comes first, in the one direction; the other way round the two change places. */
    private static final List<Kind> CUSTOMERS = List.of(
            new Kind("SHIP_TO", true, true),
            new Kind("HEADQUARTERS", false, true),
            new Kind("SUCCESSOR", true, true),
            new Kind("PARENT", false, true),
            new Kind("RELATED_PARTY", true, false));

    private static final List<Kind> PRODUCTS = List.of(new Kind("SUCCESSOR", true, true));

    private final Texts texts;

    LinkChoices(Texts texts) {
        this.texts = texts;
    }

    /**
     * A kind of link.
     *
     * @param onFirst whether it is written into the first, and names the second
     * @param ways whether it differs which is which
     */
    private record Kind(String name, boolean onFirst, boolean ways) {}

    /**
     * One way to link.
     *
     * @param value as it is posted
     */
    public record Choice(int digit, String value, String words) {}

    /** In words that call the two as they are called here. */
    List<Choice> of(String type, String one, String other) {
        List<Choice> choices = new ArrayList<>();
        for (Kind kind : kinds(type)) {
            choices.add(choice(choices.size() + 1, kind, "", one, other));
            if (kind.ways()) {
                choices.add(choice(choices.size() + 1, kind, "-BACK", other, one));
            }
        }
        return choices;
    }

    private Choice choice(int digit, Kind kind, String way, String one, String other) {
        return new Choice(digit, kind.name() + way, texts.of("dup.link." + kind.name(), one, other));
    }

    private static List<Kind> kinds(String type) {
        return switch (type) {
            case "customers" -> CUSTOMERS;
            case "products" -> PRODUCTS;
            default -> List.of();
        };
    }

    /** What was chosen, between two records by their codes; empty where it is no choice. */
    Optional<Link> link(String type, String value, String one, String other) {
        boolean back = value.endsWith("-BACK");
        String name = back ? value.substring(0, value.length() - "-BACK".length()) : value;
        return kinds(type).stream()
                .filter(kind -> kind.name().equals(name) && (kind.ways() || !back))
                .findFirst()
                .map(kind -> kind.onFirst() != back ? new Link(one, name, other) : new Link(other, name, one));
    }

    /** What was chosen, in words. */
    String words(String type, String value, String one, String other) {
        return of(type, one, other).stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::words)
                .findFirst()
                .orElse(value);
    }
}
