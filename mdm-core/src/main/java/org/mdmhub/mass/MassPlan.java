package org.mdmhub.mass;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mdmhub.mass.MassChange.Item;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.FieldChange;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.request.Step;
import org.mdmhub.road.MassRoad;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Looks at each record of a list: what would change in it, what the gate says, who would have to approve. */
@Component
class MassPlan {

    private static final int SAMPLES = 10;

    private final MasterRecords records;
    private final MassRoad road;
    private final Organisations organisations;
    private final JsonMapper json;

    MassPlan(MasterRecords records, MassRoad road, Organisations organisations, JsonMapper json) {
        this.records = records;
        this.road = road;
        this.organisations = organisations;
        this.json = json;
    }

    /** One record as an example; {@code name} is null where it has none. */
    record Sample(int unit, String code, @Nullable String name, List<FieldChange> changes) {}

    /** Something that the gate says, and of how many records; an error leaves them out. */
    record Told(Finding finding, int records, String firstCode, int unit) {}

    /** What it comes to. {@code unchanged}, {@code notYours} and {@code wrong} count records that are left out. */
    record Planned(
            List<Item> items,
            List<Step> steps,
            int ownerUnit,
            String hash,
            List<Sample> samples,
            List<Told> told,
            int unchanged,
            int notYours,
            int wrong) {}

    private final class Gathering {
        private final List<Item> items = new ArrayList<>();
        private final List<Sample> samples = new ArrayList<>();
        private final Map<String, Told> told = new LinkedHashMap<>();
        private final Map<Integer, List<Step>> stages = new TreeMap<>();
        private final Set<Integer> units = new LinkedHashSet<>();
        private final MessageDigest digest = sha256();
        private int unchanged;
        private int notYours;
        private int wrong;

        void add(String type, MasterRecord record, Map<FieldPath, @Nullable Object> wanted, Actor actor) {
            if (!actor.asksFor().contains(record.orgUnitId())
                    || !record.status().living()) {
                notYours++;
                return;
            }
            FieldValues values = records.values(type, record);
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            wanted.forEach((path, value) -> {
                Object present = fields.containsKey(path.field()) ? fields.get(path.field()) : values.get(path.field());
                fields.put(path.field(), path.applied(values, present, value));
            });
            MassRoad.Look look = road.look(type, record, fields);
            tell(look, record);
            if (look.findings().stream().anyMatch(Finding::stops)) {
                wrong++;
            } else if (look.changes().isEmpty()) {
                unchanged++;
            } else {
                take(record, values, fields, look);
            }
        }

        private void take(
                MasterRecord record, FieldValues values, Map<String, @Nullable Object> fields, MassRoad.Look look) {
            items.add(new Item(items.size() + 1, record.id(), record.version(), fields, "PLANNED", null, List.of()));
            if (samples.size() < SAMPLES) {
                samples.add(new Sample(record.orgUnitId(), record.code(), values.text("name"), look.changes()));
            }
            units.add(record.orgUnitId());
            look.steps().forEach(step -> {
                List<Step> stage = stages.computeIfAbsent(step.stage(), number -> new ArrayList<>());
                if (stages.values().stream().flatMap(List::stream).noneMatch(one -> MassRoad.same(one, step))) {
                    stage.add(step);
                }
            });
            String line = record.code() + "|" + record.version() + "|" + json.writeValueAsString(look.changes()) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }

        private void tell(MassRoad.Look look, MasterRecord record) {
            look.findings()
                    .forEach(finding -> told.merge(
                            finding.severity() + finding.pointer() + finding.code(),
                            new Told(finding, 1, record.code(), record.orgUnitId()),
                            (old, one) -> new Told(old.finding(), old.records() + 1, old.firstCode(), old.unit())));
        }

        Planned planned() {
            return new Planned(
                    items,
                    steps(),
                    above(),
                    HexFormat.of().formatHex(digest.digest()),
                    samples,
                    List.copyOf(told.values()),
                    unchanged,
                    notYours,
                    wrong);
        }

        /** Everything that any of the records needs; never nothing. */
        private List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            stages.values()
                    .forEach(stage -> stage.forEach(step -> steps.add(new Step(
                            steps.size() + 1,
                            step.stage(),
                            step.roles(),
                            step.people(),
                            step.needed(),
                            step.dueHours(),
                            step.escalate(),
                            step.policy()))));
            return steps.isEmpty() ? List.of(Step.of(1, List.of(Role.STEWARD, Role.LEAD))) : steps;
        }

        /** The lowest organisation above all records. */
        private int above() {
            Map<Integer, String> codes = organisations.codes();
            List<String> common = null;
            for (int unit : units) {
                List<String> upwards = new ArrayList<>(organisations.upwards(String.valueOf(codes.get(unit))));
                if (common == null) {
                    common = upwards;
                } else {
                    common.retainAll(upwards);
                }
            }
            return common == null || common.isEmpty()
                    ? organisations.top().id()
                    : organisations.find(common.get(0)).orElseThrow().id();
        }
    }

    Planned of(String type, List<Long> ids, Map<FieldPath, @Nullable Object> wanted, Actor actor) {
        Gathering gathering = new Gathering();
        for (long id : ids) {
            records.find(id).ifPresent(record -> gathering.add(type, record, wanted, actor));
        }
        return gathering.planned();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
