package org.mdmhub.web.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.coding.Adoptions;
import org.mdmhub.coding.Rehearsal;
import org.mdmhub.coding.SchemeKey;
import org.mdmhub.coding.Simulations;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.web.api.Reading;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.springframework.stereotype.Component;

/** What a scheme on the page would do, in words. */
@Component
class Previews {

    private static final int MOST_SHOWN = 25;
    private static final int CENTURY = 100;

    private final Simulations simulations;
    private final Adoptions adoptions;
    private final Rehearsal rehearsal;
    private final Reading reading;
    private final Texts texts;

    Previews(Simulations simulations, Adoptions adoptions, Rehearsal rehearsal, Reading reading, Texts texts) {
        this.simulations = simulations;
        this.adoptions = adoptions;
        this.rehearsal = rehearsal;
        this.reading = reading;
        this.texts = texts;
    }

    Simulations.Outcome outcome(SchemeForm form, Actor reader) {
        SchemeKey key = form.key();
        return simulations.of(key, form.values(), "", simulations.sample(key, reader.units()));
    }

    BuilderView.Preview preview(SchemeForm form, Simulations.Outcome outcome) {
        return new BuilderView.Preview(
                outcome.nextCodes(),
                outcome.nextCodes().isEmpty() ? "" : left(outcome),
                outcome.findings().stream()
                        .filter(Finding::stops)
                        .map(texts::of)
                        .distinct()
                        .toList(),
                outcome.collisions().stream().map(this::collision).toList(),
                form.adopt().isEmpty() ? null : adoption(form.key().type(), form.adopt()));
    }

    /** Numbers left, with the years that they last at the present rate. */
    String left(Simulations.Outcome outcome) {
        Double years = outcome.years();
        if (years == null) {
            return texts.of("coding.left", outcome.capacityLeft());
        }
        double rate = outcome.aDay();
        String aDay = rate >= 1 ? String.valueOf(Math.round(rate)) : "1";
        return years > CENTURY
                ? texts.of("coding.left.long", outcome.capacityLeft(), aDay)
                : texts.of("coding.left.years", outcome.capacityLeft(), Math.round(years * 10) / 10.0, aDay);
    }

    private String collision(Simulations.Collision collision) {
        return texts.of("collision." + collision.with(), collision.code());
    }

    private BuilderView.Adoption adoption(String type, String system) {
        Adoptions.Look look = adoptions.at(type, system);
        List<String> lines = new ArrayList<>();
        lines.add(texts.of("adoption.keys", look.keys()));
        String lengths = look.lengths().entrySet().stream()
                .map(entry -> texts.of("adoption.length", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(texts.of("segment.and")));
        if (look.lengths().size() > 1) {
            lines.add(texts.of("adoption.mixed", lengths));
        } else if (!lengths.isEmpty()) {
            lines.add(texts.of("adoption.same", lengths));
        }
        Map.of("malformed", look.malformed(), "twice", look.twice(), "taken", look.taken(), "ours", look.ours())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> entry.getValue().many() > 0)
                .forEach(entry -> lines.add(texts.of(
                        "adoption." + entry.getKey(),
                        entry.getValue().many(),
                        String.join(", ", entry.getValue().examples()))));
        if (look.clean()) {
            lines.add(texts.of("adoption.clean"));
        }
        return new BuilderView.Adoption(texts.of("adoption.title", system), look.clean(), lines);
    }

    /** The scheme tried on records that its reader may see. */
    BuilderView.Trial trial(SchemeForm form, Actor reader) {
        FieldValues values = form.values();
        List<Rehearsal.Line> lines = reading.as(reader, () -> rehearsal.of(form.key(), values));
        long collide = lines.stream().filter(Rehearsal.Line::collides).count();
        long without = lines.stream().filter(line -> line.would() == null).count();
        List<List<Cell>> rows = lines.stream()
                .sorted(java.util.Comparator.comparing(
                        (Rehearsal.Line line) -> !line.collides() && line.would() != null))
                .limit(MOST_SHOWN)
                .map(line -> row(form.key().type(), line))
                .toList();
        List<String> heads = List.of(texts.of("trial.code"), texts.of("trial.would"), texts.of("trial.said"));
        return new BuilderView.Trial(
                texts.of("trial.result", lines.size(), collide, without),
                collide + without == 0,
                new Table(texts.of("coding.trial"), heads, rows));
    }

    private List<Cell> row(String type, Rehearsal.Line line) {
        String would = line.would();
        String without = line.without();
        return List.of(
                Cell.code(line.code(), "/records/" + type + "/" + line.code()),
                Cell.code(would == null ? "" : would, null),
                said(line.collides(), without));
    }

    private Cell said(boolean collides, @Nullable String without) {
        if (without != null) {
            return Cell.state("REJECTED", texts.of("trial.without", texts.or("segment." + without, without)));
        }
        return collides
                ? Cell.state("CONFLICT", texts.of("trial.collides"))
                : Cell.state("APPLIED", texts.of("trial.fine"));
    }
}
