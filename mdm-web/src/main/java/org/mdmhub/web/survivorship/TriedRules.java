package org.mdmhub.web.survivorship;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.SurvivorshipBook;
import org.mdmhub.merge.SurvivorshipTrials;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Values;
import org.springframework.stereotype.Component;

/** What rules that do not hold yet would have chosen in the merges that hold. The caller reads in its reader's scope. */
@Component
class TriedRules {

    private final SurvivorshipBook book;
    private final SurvivorshipTrials trials;
    private final Organisations organisations;
    private final Masking masking;
    private final Labels labels;
    private final Values values;
    private final Texts texts;

    TriedRules(
            SurvivorshipBook book,
            SurvivorshipTrials trials,
            Organisations organisations,
            Masking masking,
            Labels labels,
            Values values,
            Texts texts) {
        this.book = book;
        this.trials = trials;
        this.organisations = organisations;
        this.masking = masking;
        this.labels = labels;
        this.values = values;
        this.texts = texts;
    }

    /** The result in a sentence, and the first values that would be others. */
    record Sheet(String said, Table table) {}

    Sheet sheet(String type, Map<String, ? extends @Nullable Object> content, Actor reader) {
        SurvivorshipTrials.Found found = trials.attempt(type, book.read(content));
        Map<Integer, Mask> masks = new LinkedHashMap<>();
        List<List<Cell>> rows = found.first().stream()
                .map(one -> {
                    int unit = organisations.find(one.orgUnit()).orElseThrow().id();
                    return row(type, one, masks.computeIfAbsent(unit, key -> masking.of(reader, type, key)));
                })
                .toList();
        String said = texts.of("survivorship.tried.said", found.merges(), found.records(), found.fields(), rows.size());
        return new Sheet(
                found.more() ? said + " " + texts.of("survivorship.tried.more", SurvivorshipTrials.MOST) : said,
                new Table(
                        texts.of("survivorship.tried"),
                        List.of(
                                texts.of("survivorship.head.record"),
                                texts.of("survivorship.head.field"),
                                texts.of("survivorship.head.now"),
                                texts.of("survivorship.head.then"),
                                texts.of("survivorship.head.rule")),
                        rows));
    }

    private List<Cell> row(String type, SurvivorshipTrials.Otherwise one, Mask mask) {
        return List.of(
                Cell.code(one.code(), labels.page(type, one.code())),
                Cell.text(labels.field(type, one.field())),
                Cell.text(said(type, one.field(), mask.covered(one.field(), one.now()))),
                Cell.text(said(type, one.field(), mask.covered(one.field(), one.then()))),
                Cell.text(texts.or("survivorship.rule." + one.rule(), one.rule())));
    }

    private String said(String type, String field, @Nullable Object value) {
        return values.shown(type, field, value).text();
    }
}
