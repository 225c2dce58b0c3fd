package org.mdmhub.road;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.notice.Notice;
import org.mdmhub.notice.Notices;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.Finding;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.Freezes;
import org.mdmhub.request.Freezes.Frozen;
import org.springframework.stereotype.Component;

/** Whether what was approved has to wait because the fields that it touches are frozen. New records never are. */
@Component
class Freezing {

    private final Freezes freezes;
    private final Notices notices;

    Freezing(Freezes freezes, Notices notices) {
        this.freezes = freezes;
        this.notices = notices;
    }

    /**
     * At the last approval.
     *
     * @return the end of the freeze, which the asker is told; null where nothing is frozen
     * @throws Refused FROZEN where nothing may be approved meanwhile
     */
    @Nullable
    Instant refuseOrWait(ChangeRequest request, Instant now) {
        Frozen frozen = frozen(request, now).orElse(null);
        if (frozen == null) {
            return null;
        }
        if (frozen.refused()) {
            throw Refused.frozen(Finding.error("/fields/" + frozen.field(), "frozenShut", frozen.told()));
        }
        tell(request, frozen);
        return frozen.until();
    }

    /** When its day has come: it was approved, so that it waits in any case. */
    @Nullable
    Instant waits(ChangeRequest request, Instant now) {
        Frozen frozen = frozen(request, now).orElse(null);
        if (frozen != null) {
            tell(request, frozen);
        }
        return frozen == null ? null : frozen.until();
    }

    private Optional<Frozen> frozen(ChangeRequest request, Instant now) {
        return request.recordId() == null
                ? Optional.empty()
                : freezes.frozen(request.type(), request.ownerUnitId(), touched(request), now);
    }

    private static Set<String> touched(ChangeRequest request) {
        return switch (request.kind()) {
            case EXTEND -> Set.of(CommonFields.VIEWS);
            case BLOCK, UNBLOCK -> Set.of(CommonFields.BLOCKS);
            default -> request.wish().fields().keySet();
        };
    }

    private void tell(ChangeRequest request, Frozen frozen) {
        notices.tell(new Notice(
                "frozen",
                Set.of(request.requestedBy()),
                request.id(),
                List.of(request.number(), frozen.told()),
                "frozen:" + request.id() + ":" + frozen.until()));
    }
}
