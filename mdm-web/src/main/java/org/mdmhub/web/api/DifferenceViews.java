package org.mdmhub.web.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.road.Differences;
import org.springframework.stereotype.Component;

/** The three sides of a conflict as the API shows them, without what is hidden from the reader. */
@Component
class DifferenceViews {

    private final Differences differences;
    private final Masking masking;

    DifferenceViews(Differences differences, Masking masking) {
        this.differences = differences;
        this.masking = masking;
    }

    /** A field that has moved: as the author saw it, as it is now by {@code who}, as the request wants it. */
    record View(
            String field,
            @Nullable Object base,
            @Nullable Object theirs,
            @Nullable Object yours,
            @Nullable String who,
            @Nullable Instant at) {}

    List<View> of(ChangeRequest request, Actor reader) {
        if (request.conflicts().isEmpty()) {
            return List.of();
        }
        UUID id = request.id();
        // who wrote the request knows its values, not what others have written since
        Mask record = masking.of(reader, request.type(), request.ownerUnitId());
        Mask own = masking.of(reader, request);
        return differences.of(id, reader).stream()
                .map(one -> new View(
                        one.field(),
                        record.without(one.field(), one.base()),
                        record.without(one.field(), one.theirs()),
                        own.without(one.field(), one.yours()),
                        one.who(),
                        one.at()))
                .toList();
    }
}
