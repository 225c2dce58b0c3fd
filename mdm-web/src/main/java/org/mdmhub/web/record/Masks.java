package org.mdmhub.web.record;

import java.util.List;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.springframework.stereotype.Component;

/** What a reader sees of a master's values: the one place through which lists, pages, histories and exports read them. */
@Component
class Masks {

    FieldValues seen(String type, FieldValues values, Actor reader) {
        return values;
    }

    List<FieldChange> seen(String type, List<FieldChange> changes, Actor reader) {
        return changes;
    }
}
