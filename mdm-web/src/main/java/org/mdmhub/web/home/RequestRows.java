package org.mdmhub.web.home;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.road.RequestReader;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** A few requests, one line each. */
@Component
class RequestRows {

    private final Accounts accounts;
    private final Times times;

    RequestRows(Accounts accounts, Times times) {
        this.accounts = accounts;
        this.times = times;
    }

    /**
     * One request.
     *
     * @param name of the master, null where it has none yet
     * @param code of the master, null where it has none yet
     * @param age since it was applied, or sent, or written
     */
    record Row(
            UUID id,
            String number,
            String type,
            String kind,
            String status,
            @Nullable String name,
            @Nullable String code,
            String who,
            String age,
            String exact) {}

    List<Row> of(List<RequestReader.Line> lines) {
        Map<String, String> names = accounts.names(
                lines.stream().map(line -> line.request().requestedBy()).collect(Collectors.toSet()));
        return lines.stream().map(line -> row(line, names)).toList();
    }

    private Row row(RequestReader.Line line, Map<String, String> names) {
        ChangeRequest request = line.request();
        Instant since = since(request);
        return new Row(
                request.id(),
                request.number(),
                request.type(),
                request.kind().name(),
                request.status().name(),
                line.name(),
                line.code(),
                Objects.requireNonNull(names.getOrDefault(request.requestedBy(), request.requestedBy())),
                times.ago(since),
                times.exact(since));
    }

    private static Instant since(ChangeRequest request) {
        Instant sent = Objects.requireNonNullElse(request.submittedAt(), request.createdAt());
        return Objects.requireNonNullElse(request.appliedAt(), sent);
    }
}
