package org.mdmhub.web.inbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Right;
import org.mdmhub.request.ChangeKind;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** The left half of the inbox: one page of requests under a tab. */
@Component
class InboxList {

    private static final int ROWS = 30;
    private static final int FIELDS_TOLD = 3;

    private final RequestReader requests;
    private final Accounts accounts;
    private final Labels labels;
    private final Times times;

    InboxList(RequestReader requests, Accounts accounts, Labels labels, Times times) {
        this.requests = requests;
        this.accounts = accounts;
        this.labels = labels;
        this.times = times;
    }

    /**
     * A page of the list.
     *
     * @param next what the next page begins behind, null at the end
     */
    record View(
            String tab,
            List<String> tabs,
            List<Row> rows,
            @Nullable UUID after,
            @Nullable UUID next) {}

    /**
     * One request.
     *
     * @param name of the master, null where it has none yet
     * @param fields labels of what it changes, a few
     * @param more how many further fields
     */
    record Row(
            UUID id,
            String number,
            String type,
            String kind,
            String status,
            @Nullable String name,
            @Nullable String code,
            String fields,
            int more,
            String who,
            String age,
            String since) {}

    View page(@Nullable String wanted, @Nullable UUID after, Actor reader) {
        Tab tab = Tab.of(wanted, first(reader));
        List<RequestReader.Line> lines = requests.page(tab.query(after, ROWS + 1), reader);
        List<RequestReader.Line> page = lines.subList(0, Math.min(ROWS, lines.size()));
        Map<String, String> names = accounts.names(
                page.stream().map(line -> line.request().requestedBy()).collect(Collectors.toSet()));
        return new View(
                tab.key(),
                tabs(reader).map(Tab::key).toList(),
                page.stream().map(line -> row(line, names)).toList(),
                after,
                lines.size() > ROWS ? page.get(ROWS - 1).request().id() : null);
    }

    private static Tab first(Actor reader) {
        return tabs(reader).findFirst().orElse(Tab.OPEN);
    }

    private static Stream<Tab> tabs(Actor reader) {
        return Stream.of(Tab.values()).filter(tab -> switch (tab) {
            case WAITING -> reader.may(Right.DECIDE);
            case MINE -> reader.may(Right.ASK);
            case OPEN -> true;
        });
    }

    private Row row(RequestReader.Line line, Map<String, String> names) {
        ChangeRequest request = line.request();
        // a new master changes everything; that needs no telling
        Set<String> keys = request.kind() == ChangeKind.CREATE
                ? Set.of()
                : request.wish().fields().keySet();
        return new Row(
                request.id(),
                request.number(),
                request.type(),
                request.kind().name(),
                request.status().name(),
                line.name(),
                line.code(),
                keys.stream()
                        .limit(FIELDS_TOLD)
                        .map(key -> labels.field(request.type(), key))
                        .collect(Collectors.joining(" · ")),
                Math.max(0, keys.size() - FIELDS_TOLD),
                Objects.requireNonNull(names.getOrDefault(request.requestedBy(), request.requestedBy())),
                times.ago(request.createdAt()),
                times.exact(request.createdAt()));
    }
}
