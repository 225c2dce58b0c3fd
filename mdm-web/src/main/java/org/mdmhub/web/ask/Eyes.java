package org.mdmhub.web.ask;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Reading;
import org.springframework.stereotype.Component;

/** Which values of a record its reader may neither see nor change. */
@Component
class Eyes {

    private final MasterTypes types;
    private final MasterRecords records;
    private final Masking masking;
    private final Reading reading;

    Eyes(MasterTypes types, MasterRecords records, Masking masking, Reading reading) {
        this.types = types;
        this.records = records;
        this.masking = masking;
        this.reading = reading;
    }

    /** What he does not see of the record that is changed. */
    Mask mask(Subject subject, Actor reader) {
        long number = Objects.requireNonNull(subject.record());
        return reading.asHub(
                "ask",
                () -> masking.of(reader, subject.type(), records.find(number).orElseThrow()));
    }

    /**
     * Keys of the masked fields that hold a value; what is still empty may be typed by everybody who asks. A list with a
     * masked part is closed as a whole, for it is sent as a whole.
     */
    Set<String> closed(Subject subject, Actor reader) {
        Long number = subject.record();
        if (number == null) {
            return Set.of();
        }
        Mask mask = mask(subject, reader);
        return types.fields(subject.type()).stream()
                .map(Field::key)
                .filter(key -> mask.touches(key) && subject.now().get(key) != null)
                .collect(Collectors.toSet());
    }
}
