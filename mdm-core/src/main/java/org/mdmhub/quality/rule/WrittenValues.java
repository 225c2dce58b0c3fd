package org.mdmhub.quality.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.Occasion;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.RecordWritten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what must be unique of a record in the transaction that writes it. */
@Component
class WrittenValues {

    private final RuleBook book;
    private final SettingRules rules;
    private final UniqueValues values;
    private final MasterRecords records;
    private final Organisations organisations;

    WrittenValues(
            RuleBook book,
            SettingRules rules,
            UniqueValues values,
            MasterRecords records,
            Organisations organisations) {
        this.book = book;
        this.rules = rules;
        this.values = values;
        this.records = records;
        this.organisations = organisations;
    }

    @EventListener
    void written(RecordWritten written) {
        List<CompiledRule> unique = book.speaking(written.type()).stream()
                .filter(CompiledRule::unique)
                .toList();
        if (unique.isEmpty()) {
            return;
        }
        MasterRecord record = records.find(written.recordId()).orElseThrow();
        Map<String, String> alone = new LinkedHashMap<>();
        if (record.status().living()) {
            FieldValues now = records.values(written.type(), record);
            String unit = organisations.codes().get(record.orgUnitId());
            Subject subject = rules.subject(new Occasion(written.type(), unit, record.id()), now, now);
            unique.forEach(rule -> {
                String value = rule.alone(subject);
                if (value != null) {
                    alone.put(UniqueValues.mark(rule.rule()), value);
                }
            });
        }
        values.replace(record.id(), alone);
    }
}
