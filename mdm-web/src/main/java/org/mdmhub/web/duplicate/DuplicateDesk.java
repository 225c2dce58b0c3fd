package org.mdmhub.web.duplicate;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.duplicate.DuplicateQueue;
import org.mdmhub.duplicate.PairDecisions;
import org.mdmhub.matching.MatchOutcome;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Right;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.Times;
import org.springframework.stereotype.Component;

/** A page of the queue as its reader sees it, for its own screen and for the inbox. */
@Component
public class DuplicateDesk {

    /** Counted so far. */
    public static final int MOST_COUNTED = 1000;

    private static final List<String> OF_CUSTOMERS = List.of("OTHER_FIRM", "SAME_GROUP", "OTHER_PLACE", "ONLY_NAME");
    private static final List<String> OF_PRODUCTS = List.of("OTHER_MODEL", "OTHER_PACK", "OTHER_MAKER", "ONLY_NAME");
    private static final List<String> OF_OTHERS = List.of("ONLY_NAME");

    private final DuplicateQueue queue;
    private final PairDecisions decisions;
    private final QueueRows rows;
    private final Organisations organisations;
    private final Reading reading;
    private final Times times;

    DuplicateDesk(
            DuplicateQueue queue,
            PairDecisions decisions,
            QueueRows rows,
            Organisations organisations,
            Reading reading,
            Times times) {
        this.queue = queue;
        this.decisions = decisions;
        this.rows = rows;
        this.organisations = organisations;
        this.reading = reading;
        this.times = times;
    }

    /**
     * A page.
     *
     * @param next the pair behind which the next page begins, null at the end
     * @param last what its reader decided last and can take back, null where there is nothing
     */
    public record View(
            List<QueueRow> rows,
            @Nullable UUID next,
            @Nullable Last last) {}

    /** A decision that can be taken back. */
    public record Last(UUID id, int pairs, String ago, String reason) {}

    /** Groups behind the place. */
    public View page(QueuePlace place, Actor reader) {
        return reading.as(reader, () -> {
            DuplicateQueue.Page page = queue.page(filter(place, reader), place.order(), place.after());
            return new View(
                    rows.of(page.groups(), reader),
                    page.next(),
                    decisions
                            .last(reader)
                            .map(last -> new Last(last.id(), last.pairs(), times.ago(last.at()), last.reason()))
                            .orElse(null));
        });
    }

    /** How many pairs, {@code most} where there are as many or more. */
    public int count(QueuePlace place, int most, Actor reader) {
        return reading.as(reader, () -> queue.count(filter(place, reader), most));
    }

    /** How many of one outcome. */
    int count(QueuePlace place, MatchOutcome outcome, Actor reader) {
        QueuePlace only =
                new QueuePlace(place.type(), outcome.name(), place.unit(), place.least(), place.q(), place.by(), null);
        boolean none = place.match() != null && place.match() != outcome;
        return none ? 0 : count(only, MOST_COUNTED, reader);
    }

    private DuplicateQueue.Filter filter(QueuePlace place, Actor reader) {
        String unit = place.unit();
        return new DuplicateQueue.Filter(
                reader.unitsWith(Right.JUDGE_DUPLICATES),
                place.type(),
                place.match(),
                place.leastScore(),
                unit == null
                        ? null
                        : organisations.find(unit).map(found -> found.id()).orElse(-1),
                place.q());
    }

    /** Why two are not the same, the usual first; the words stand under {@code dup.reason}. */
    static List<String> reasons(String type) {
        return switch (type) {
            case "customers" -> OF_CUSTOMERS;
            case "products" -> OF_PRODUCTS;
            default -> OF_OTHERS;
        };
    }

    /** All of them, for many of different kinds. */
    static boolean knows(String reason) {
        return OF_CUSTOMERS.contains(reason) || OF_PRODUCTS.contains(reason);
    }
}
