package org.mdmhub.quality.review;

import java.util.List;
import org.mdmhub.history.ChangeReason;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordWritten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what is found about a record in the transaction that writes it: it costs the gate once more, and in return the
 * findings never say anything about a record that is not so.
 */
@Component
class WrittenFindings {

    private final Looking looking;
    private final FindingStore store;
    private final MasterRecords records;

    WrittenFindings(Looking looking, FindingStore store, MasterRecords records) {
        this.looking = looking;
        this.store = store;
        this.records = records;
    }

    @EventListener
    void written(RecordWritten written) {
        MasterRecord record = records.find(written.recordId()).orElseThrow();
        List<FindingStore.About> found = record.status().living()
                ? List.of(looking.seen(written.type(), record)
                        .about(ChangeReason.author().orElse(null), looking.unit(record)))
                : List.of();
        store.replace(written.type(), written.recordId() - 1, written.recordId(), found);
    }
}
