package org.mdmhub.web.mass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Job;
import org.mdmhub.mass.MassChange;
import org.mdmhub.mass.MassChanges;
import org.mdmhub.organisation.Actor;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterTypes;
import org.mdmhub.request.ChangeRequest;
import org.mdmhub.request.Step;
import org.mdmhub.web.api.Mask;
import org.mdmhub.web.api.Masking;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField.Option;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.layout.Values;
import org.mdmhub.web.security.Accounts;
import org.springframework.stereotype.Component;

/** Mass changes in the reader's words. */
@Component
class MassSheets {

    private final Remains remains;
    private final MasterTypes types;
    private final Masking masking;
    private final Accounts accounts;
    private final Labels labels;
    private final Values values;
    private final Times times;
    private final Texts texts;

    MassSheets(
            Remains remains,
            MasterTypes types,
            Masking masking,
            Accounts accounts,
            Labels labels,
            Values values,
            Times times,
            Texts texts) {
        this.remains = remains;
        this.types = types;
        this.masking = masking;
        this.accounts = accounts;
        this.labels = labels;
        this.values = values;
        this.times = times;
        this.texts = texts;
    }

    /** What a change would come to. */
    record Shown(@Nullable MassChange change, String said, String who, Table samples, Table told) {}

    /** The task; {@code request} is null before it is submitted. */
    record Task(
            String key,
            String title,
            String by,
            String when,
            String list,
            String what,
            @Nullable ChangeRequest request,
            String state,
            int percent,
            boolean running,
            String said,
            Table counts,
            Table left) {}

    /** Fields and parts of lists that can be changed in many records: none that is masked. */
    List<Option> fields(String type) {
        List<Option> options = new ArrayList<>(List.of(new Option("", "–")));
        for (Field<MasterRecord> field : types.fields(type)) {
            if (!MassChange.takes(field.key())) {
                continue;
            }
            if (field.kind() != FieldKind.LIST && !field.masked()) {
                options.add(new Option(field.key(), labels.field(type, field.key())));
            }
            for (Field.Item item : field.items()) {
                if (!item.masked()) {
                    options.add(new Option(
                            field.key() + "." + item.key(),
                            texts.of(
                                    "place.in",
                                    labels.field(type, field.key()),
                                    labels.item(type, field.key(), item.key()))));
                }
            }
        }
        return options;
    }

    Shown shown(String type, MassChanges.Preview preview, Actor reader) {
        MassChange change = preview.change();
        String said = texts.of(
                "mass.said",
                change == null ? 0 : change.total(),
                preview.looked(),
                preview.unchanged(),
                preview.notYours(),
                preview.wrong());
        return new Shown(
                change,
                said,
                change == null ? "" : change.steps().stream().map(this::who).collect(Collectors.joining(" → ")),
                samples(type, preview, reader),
                told(type, preview, reader));
    }

    private String who(Step step) {
        List<String> people = new ArrayList<>(step.people());
        if (!step.roles().isEmpty()) {
            people.add(0, labels.roles(step.roles()));
        }
        return String.join(", ", people);
    }

    private Table samples(String type, MassChanges.Preview preview, Actor reader) {
        List<List<Cell>> rows = new ArrayList<>();
        for (MassChanges.Sample sample : preview.samples()) {
            Mask mask = masking.of(reader, type, sample.unit());
            sample.changes().forEach(change -> {
                var covered = mask.covered(change);
                rows.add(List.of(
                        Cell.code(sample.code(), labels.page(type, sample.code())),
                        Cell.name(Objects.requireNonNullElse(sample.name(), ""), null),
                        Cell.text(labels.field(type, change.field())),
                        Cell.text(plain(type, change.field(), covered.before())),
                        Cell.text(plain(type, change.field(), covered.after()))));
            });
        }
        return table("samples", rows, "code", "name", "field", "before", "after");
    }

    /** Of a list the items in one line each. */
    private String plain(String type, String field, @Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof List<?> items) {
            return items.stream()
                    .map(item -> item instanceof Map<?, ?> parts
                            ? parts.entrySet().stream()
                                    .filter(part -> !"id".equals(part.getKey()))
                                    .map(part -> String.valueOf(part.getValue()))
                                    .collect(Collectors.joining(" "))
                            : String.valueOf(item))
                    .collect(Collectors.joining("; "));
        }
        return values.shown(type, field, value).text();
    }

    private Table told(String type, MassChanges.Preview preview, Actor reader) {
        List<List<Cell>> rows = preview.told().stream()
                .map(one -> List.of(
                        Cell.state(
                                one.finding().severity().name(),
                                texts.of("rule.severity." + one.finding().severity())),
                        Cell.text(labels.place(type, one.finding().pointer())),
                        Cell.text(texts.of(masking.of(reader, type, one.unit()).covered(one.finding()))),
                        Cell.number(String.valueOf(one.records())),
                        Cell.code(one.firstCode(), labels.page(type, one.firstCode()))))
                .toList();
        return table("told", rows, "weight", "field", "finding", "records", "first");
    }

    Task task(MassChanges.Standing standing, Actor reader) {
        MassChange change = standing.change();
        ChangeRequest request = standing.request();
        Job job = standing.job();
        String state = job != null ? job.state().name() : request == null ? "PREVIEW" : "REQUEST";
        int percent = change.total() == 0 ? 0 : 100 * standing.done() / change.total();
        return new Task(
                change.key(),
                request == null ? texts.of("mass.title") : texts.of("mass.task", request.number()),
                Objects.requireNonNullElse(
                        accounts.names(List.of(change.createdBy())).get(change.createdBy()), change.createdBy()),
                times.exact(change.createdAt()),
                list(change),
                what(change),
                request,
                state,
                percent,
                job != null && job.state().open(),
                said(standing, state),
                counts(standing),
                remains.table(change, reader));
    }

    private String said(MassChanges.Standing standing, String state) {
        return texts.of(
                "mass.state." + state, standing.done(), standing.change().total());
    }

    private String list(MassChange change) {
        String kind = texts.or("nav." + change.type(), change.type());
        return change.filter().isEmpty()
                ? kind
                : kind + ": "
                        + change.filter().entrySet().stream()
                                .map(one -> one.getKey() + " = " + one.getValue())
                                .collect(Collectors.joining(", "));
    }

    private static String what(MassChange change) {
        return change.fields().entrySet().stream()
                .map(one -> one.getKey() + " → " + (one.getValue() == null ? "–" : one.getValue()))
                .collect(Collectors.joining("; "));
    }

    private Table counts(MassChanges.Standing standing) {
        List<List<Cell>> rows = standing.counts().entrySet().stream()
                .map(one -> List.of(
                        Cell.state(one.getKey(), texts.of("mass.item." + one.getKey())),
                        Cell.number(String.valueOf(one.getValue()))))
                .toList();
        return table("counts", rows, "state", "records");
    }

    Table list(List<MassChanges.Standing> all) {
        List<List<Cell>> rows = all.stream()
                .map(one -> {
                    ChangeRequest request = one.request();
                    return List.of(
                            Cell.code(
                                    request == null ? "–" : request.number(),
                                    "/mass-changes/task?key=" + one.change().key()),
                            Cell.text(what(one.change())),
                            Cell.number(String.valueOf(one.change().total())),
                            request == null
                                    ? Cell.text("")
                                    : Cell.state(request.status().name(), texts.of("status." + request.status())),
                            Cell.time(
                                    times.ago(one.change().createdAt()),
                                    times.exact(one.change().createdAt())));
                })
                .toList();
        return table("all", rows, "request", "what", "records", "state", "when");
    }

    private Table table(String name, List<List<Cell>> rows, String... heads) {
        return new Table(
                texts.of("mass.table." + name),
                java.util.Arrays.stream(heads)
                        .map(head -> texts.of("mass.head." + head))
                        .toList(),
                rows);
    }
}
