package org.mdmhub.web.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.web.api.Reading;
import org.springframework.stereotype.Component;

/** What waits for people and is no request: deliveries that a target refused. */
@Component
class Elsewhere {

    private static final UUID OLDEST = new UUID(0, 0);

    private final Deliveries deliveries;
    private final MasterRecords records;
    private final Reading reading;

    Elsewhere(Deliveries deliveries, MasterRecords records, Reading reading) {
        this.deliveries = deliveries;
        this.records = records;
        this.reading = reading;
    }

    /** A delivery that somebody must look at. */
    record Failed(
            UUID id,
            String target,
            String type,
            String code,
            @Nullable String name,
            String error) {}

    List<Failed> failed(@Nullable String type, @Nullable UUID after, int limit, Actor reader) {
        return reading.as(reader, () -> {
            List<Failed> failed = new ArrayList<>();
            for (Lane lane : lanes(type, after, limit)) {
                records.find(lane.recordId())
                        .ifPresent(record -> failed.add(new Failed(
                                lane.id(),
                                lane.target(),
                                lane.type(),
                                record.code(),
                                records.values(lane.type(), record).text("name"),
                                Objects.toString(lane.lastError(), ""))));
            }
            return failed;
        });
    }

    int countFailed(int most, Actor reader) {
        return reading.as(reader, () -> lanes(null, null, most).size());
    }

    private List<Lane> lanes(@Nullable String type, @Nullable UUID after, int limit) {
        return deliveries.needSteward(type, after == null ? OLDEST : after, limit);
    }
}
