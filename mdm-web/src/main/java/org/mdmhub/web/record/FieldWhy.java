package org.mdmhub.web.record;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.Origin;
import org.mdmhub.merge.Origins;
import org.mdmhub.merge.Whys;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.api.WhyWords;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.springframework.stereotype.Component;

/** Why a field holds its value and what would change it. The caller reads in its reader's scope. */
@Component
class FieldWhy {

    private final Origins origins;
    private final Whys whys;
    private final WhyWords words;
    private final Organisations organisations;
    private final Masking masking;
    private final Values values;
    private final Texts texts;
    private final Times times;

    FieldWhy(
            Origins origins,
            Whys whys,
            WhyWords words,
            Organisations organisations,
            Masking masking,
            Values values,
            Texts texts,
            Times times) {
        this.origins = origins;
        this.whys = whys;
        this.words = words;
        this.organisations = organisations;
        this.masking = masking;
        this.values = values;
        this.texts = texts;
        this.times = times;
    }

    /**
     * The answer.
     *
     * @param from where the value comes from and since when
     * @param decided by which rule a merge decided it, null where none did
     * @param mergeId the request of that merge, null where none decided
     * @param held what each of its members held then
     * @param would what would change it
     */
    record Why(
            String from, @Nullable String decided, @Nullable UUID mergeId, List<Held> held, String would) {}

    /** What one member held; {@code won} where its value was chosen. */
    record Held(String code, String value, String from, boolean won) {}

    /** Null where the field holds nothing. */
    @Nullable
    Why of(String type, MasterRecord record, String field, Actor reader) {
        Map<String, Origin> known = origins.of(type, record.id());
        Origin origin = known.get(field);
        if (origin == null) {
            return null;
        }
        Whys.Decision decision = whys.decided(type, record).get(field);
        String would = words.would(type, field, decision, origin);
        if (decision == null) {
            return new Why(from(origin), null, null, List.of(), would);
        }
        String rule = words.rule(decision.rule());
        String code = decision.from();
        String day = times.exact(decision.at());
        return new Why(
                from(origin),
                code == null ? texts.of("why.decided", day, rule) : texts.of("why.decidedFrom", day, rule, code),
                decision.mergeId(),
                whys.held(decision.mergeId(), field).stream()
                        .map(one -> held(type, field, one, code, reader))
                        .toList(),
                would);
    }

    private Held held(String type, String field, Whys.Held one, @Nullable String winner, Actor reader) {
        int unit = organisations.find(one.orgUnit()).map(OrgUnit::id).orElseThrow();
        Object seen = masking.of(reader, type, unit).covered(field, one.value());
        return new Held(
                one.code(),
                values.shown(type, field, seen).text(),
                from(one.origin()),
                one.code().equals(winner));
    }

    private String from(Origin origin) {
        if (origin.since() == null) {
            return texts.of("why.long");
        }
        return texts.of("why.from", words.source(origin.source()), times.exact(Objects.requireNonNull(origin.since())));
    }
}
