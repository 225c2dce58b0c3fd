package org.mdmhub.web.inbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.ChangeRequests;
import org.mdmhub.road.Differences;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Shown;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** The three sides of a conflict in the words of its reader. */
@Component
class Sides {

    private final Differences differences;
    private final Masking masking;
    private final Accounts accounts;
    private final Labels labels;
    private final Values values;
    private final Times times;
    private final Reading reading;
    private final ChangeRequests requests;

    Sides(
            Differences differences,
            Masking masking,
            Accounts accounts,
            Labels labels,
            Values values,
            Times times,
            Reading reading,
            ChangeRequests requests) {
        this.differences = differences;
        this.masking = masking;
        this.accounts = accounts;
        this.labels = labels;
        this.values = values;
        this.times = times;
        this.reading = reading;
        this.requests = requests;
    }

    /**
     * A field that has moved under a request.
     *
     * @param by who changed it meanwhile, and when and why; empty where it is not known
     */
    record Side(String label, Shown base, Shown theirs, Shown yours, String by, String at, String why) {}

    /** None where it is in no conflict. */
    List<Side> of(UUID id, Actor reader) {
        List<Differences.Difference> found = differences.of(id, reader);
        Set<String> logins = found.stream()
                .map(Differences.Difference::who)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> names = accounts.names(logins);
        return reading.asHub("inbox", () -> {
            ChangeRequest request = requests.find(id).orElseThrow();
            Mask record = masking.of(reader, request.type(), request.ownerUnitId());
            Mask own = masking.of(reader, request);
            return found.stream()
                    .map(one -> side(request.type(), one, record, own, names))
                    .toList();
        });
    }

    private Side side(String type, Differences.Difference one, Mask record, Mask own, Map<String, String> names) {
        String field = one.field();
        String who = one.who();
        return new Side(
                labels.field(type, field),
                shown(type, field, record.covered(field, one.base())),
                shown(type, field, record.covered(field, one.theirs())),
                shown(type, field, own.covered(field, one.yours())),
                who == null ? "" : names.getOrDefault(who, who),
                times.exact(one.at()),
                one.why() == null ? "" : labels.reason(one.why()));
    }

    private Shown shown(String type, String field, @Nullable Object value) {
        return values.shown(type, field, value);
    }
}
