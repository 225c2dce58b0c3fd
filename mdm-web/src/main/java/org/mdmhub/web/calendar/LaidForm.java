package org.mdmhub.web.calendar;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.web.layout.FormField;

/** The form of one family of settings, as a bean. */
interface LaidForm {

    /** Kind of setting, also the name of its pages. */
    String type();

    /** What a new one begins with. */
    Entries fresh();

    Entries typed(FieldValues content);

    /** What stands in the form, as the road takes it. */
    Map<String, @Nullable Object> content(Entries typed);

    /** Groups of fields, each with the key of its heading. */
    List<Part> parts(Entries typed);

    /** Some fields under a heading. */
    record Part(String heading, List<FormField> fields) {}
}
