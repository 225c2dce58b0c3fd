package org.mdmhub.quality.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.Occasion;
import org.mdmhub.quality.QualityGate;
import org.mdmhub.record.CommonFields;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.springframework.stereotype.Component;

/** Sends a record as it stands through the gate. */
@Component
class Looking {

    private final QualityGate gate;
    private final MasterRecords records;
    private final Organisations organisations;

    Looking(QualityGate gate, MasterRecords records, Organisations organisations) {
        this.gate = gate;
        this.records = records;
        this.organisations = organisations;
    }

    /** A record with its values and what is found about it. */
    record Seen(MasterRecord record, FieldValues values, List<Finding> findings) {

        FindingStore.About about(@Nullable String author, @Nullable String unit) {
            String owner = values.list(CommonFields.VIEWS).stream()
                    .filter(view -> unit != null && unit.equals(view.get("orgUnit")))
                    .map(view -> view.get("salesOwner"))
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .findFirst()
                    .orElse(author == null ? "" : author);
            return new FindingStore.About(record.id(), record.orgUnitId(), owner, findings);
        }
    }

    Seen seen(String type, MasterRecord record) {
        FieldValues values = records.values(type, record);
        Occasion occasion = new Occasion(type, unit(record), record.id());
        return new Seen(record, values, gate.check(occasion, values, Map.of()).findings());
    }

    @Nullable
    String unit(MasterRecord record) {
        return organisations.codes().get(record.orgUnitId());
    }
}
