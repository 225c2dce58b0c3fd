package org.mdmhub.sync.delivery;

import java.util.List;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordWritten;
import org.mdmhub.sync.target.Target;
import org.mdmhub.sync.target.Targets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notes in the approving transaction what the targets should hold now; where that fails, the approval fails. */
@Component
class LaneWriter {

    private final Targets targets;
    private final Lanes lanes;
    private final MergedLanes merged;
    private final MasterRecords records;
    private final Doorbell doorbell;

    LaneWriter(Targets targets, Lanes lanes, MergedLanes merged, MasterRecords records, Doorbell doorbell) {
        this.targets = targets;
        this.lanes = lanes;
        this.merged = merged;
        this.records = records;
        this.doorbell = doorbell;
    }

    @EventListener
    void written(RecordWritten written) {
        Long survivor =
                records.find(written.recordId()).map(MasterRecord::survivorId).orElse(null);
        List<String> freed = survivor == null ? merged.freed(written.recordId()) : List.of();
        // in the order of their names, as every transaction that writes lanes does
        for (Target target : targets.all()) {
            if (target.mode() != Target.Mode.OFF && target.types().contains(written.type())) {
                int hold = written.byHand() ? target.holdSeconds() : 0;
                lanes.want(target.name(), written.recordId(), written.type(), written.version(), hold, survivor);
                if (survivor != null || freed.contains(target.name())) {
                    merged.nudge(target.name(), written.recordId(), hold);
                }
            }
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void committed(RecordWritten written) {
        doorbell.ring();
    }
}
