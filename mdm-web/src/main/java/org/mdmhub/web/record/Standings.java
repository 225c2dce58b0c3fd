package org.mdmhub.web.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Lane;
import org.mdmhub.sync.delivery.LaneQuery;
import org.mdmhub.web.target.CauseWords;
import org.mdmhub.web.target.TargetNames;
import org.springframework.stereotype.Component;

/** Where a record stands in each target. The caller reads in its reader's scope. */
@Component
class Standings {

    private static final int MOST = 50;

    private final Deliveries deliveries;
    private final TargetNames names;
    private final CauseWords causes;

    Standings(Deliveries deliveries, TargetNames names, CauseWords causes) {
        this.deliveries = deliveries;
        this.names = names;
        this.causes = causes;
    }

    /**
     * In one target.
     *
     * @param id of the delivery
     * @param key its id there, null where it is not known
     * @param cause why it is not there, in plain words; null where nothing is wrong
     */
    record Standing(
            UUID id,
            String brief,
            String title,
            String state,
            int wanted,
            int delivered,
            @Nullable String key,
            @Nullable String cause) {

        public boolean done() {
            return state.equals(Lane.State.DELIVERED.name());
        }
    }

    List<Standing> of(String type, String code) {
        return deliveries.page(new LaneQuery(null, type, null, code, new UUID(0, 0), MOST)).stream()
                .map(this::standing)
                .toList();
    }

    private Standing standing(Lane lane) {
        String error = lane.state() == Lane.State.DELIVERED ? null : lane.lastError();
        return new Standing(
                lane.id(),
                TargetNames.brief(lane.target()),
                names.full(lane.target()),
                lane.state().name(),
                lane.wantedVersion(),
                lane.deliveredVersion(),
                lane.targetKey(),
                error == null
                        ? null
                        : causes.of(lane.target(), lane.type(), error).get(0).plain());
    }
}
