package org.mdmhub.web.ask;

import java.util.Set;
import java.util.stream.Collectors;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterTypes;
import org.springframework.stereotype.Component;

/** Which values of a record its reader may neither see nor change. */
@Component
class Eyes {

    private final MasterTypes types;

    Eyes(MasterTypes types) {
        this.types = types;
    }

    /** Keys of the masked fields that hold a value; what is still empty may be typed by everybody who asks. */
    Set<String> closed(Subject subject, Actor reader) {
        return sees(reader)
                ? Set.of()
                : types.fields(subject.type()).stream()
                        .filter(field -> field.masked() && subject.now().get(field.key()) != null)
                        .map(Field::key)
                        .collect(Collectors.toSet());
    }

    /** Whoever asks for changes sees what he changes, until a right of its own says otherwise. */
    private static boolean sees(Actor reader) {
        return reader.may(org.mdmhub.organisation.Right.ASK);
    }
}
