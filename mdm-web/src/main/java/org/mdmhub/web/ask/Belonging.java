package org.mdmhub.web.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mdmhub.duplicate.Link;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.api.WholeViews;
import org.mdmhub.web.layout.Labels;
import org.springframework.stereotype.Component;

/** Offers a site the entity that it belongs to; one key writes the relation into the form. */
@Component
class Belonging {

    private static final String RELATIONS = "relations";
    private static final String SAID = "belongs";
    /** Alt and a digit: those before belong to what looks the same. */
    private static final int FIRST = 6;

    private final WholeViews wholes;
    private final MasterTypes types;
    private final Asking asking;
    private final Labels labels;
    private final Texts texts;

    Belonging(WholeViews wholes, MasterTypes types, Asking asking, Labels labels, Texts texts) {
        this.wholes = wholes;
        this.types = types;
        this.asking = asking;
        this.labels = labels;
        this.texts = texts;
    }

    List<AskSheet.Owner> of(State state) {
        List<AskSheet.Owner> owners = new ArrayList<>();
        String type = state.subject().type();
        for (WholeViews.View view : wholes.of(type, state.asked().after(), state.reader())) {
            String unit = view.orgUnit();
            String because = view.because();
            owners.add(new AskSheet.Owner(
                    FIRST + owners.size(),
                    view.code(),
                    view.masked(),
                    view.name(),
                    unit == null ? "" : labels.organisation(unit),
                    because == null ? "" : texts.of("belongs.because." + because)));
        }
        return owners;
    }

    /** The form with the relation to the entity named {@code ask.belongs}, as it was where it names none. */
    Typed filled(Subject subject, Typed typed, Actor reader) {
        String code = typed.said(SAID);
        List<Field<MasterRecord>> list = types.fields(subject.type()).stream()
                .filter(field -> field.key().equals(RELATIONS))
                .toList();
        if (list.isEmpty() || !code.matches("[\\w-]{1,60}")) {
            return typed;
        }
        Link link = new Link("", "HEADQUARTERS", code);
        Typed rows = RawFields.typed(
                list, link.fields(true, asking.asked(subject, typed, reader).after()));
        Typed filled = typed.without(Set.of(RELATIONS)).showing(RELATIONS);
        for (var one : rows.texts().entrySet()) {
            filled = filled.with(one.getKey(), one.getValue());
        }
        return filled;
    }
}
