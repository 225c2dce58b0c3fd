package org.mdmhub.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.mdmhub.coding.CheckDigit;
import tools.jackson.databind.json.JsonMapper;

/** Customers, their histories and the requests that wait, as rows for the stage. */
final class Batch {

    private static final long SEED = 20_261_122;
    private static final int DAYS = 700;
    // behind those that the demo gave out itself
    private static final int FIRST_NUMBER = 5001;
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final List<String> LISTS =
            List.of("addresses", "contacts", "bankAccounts", "relations", "formerNames");
    // who asks and who decides; half of all is in the east
    private static final List<List<String>> DESKS = List.of(
            List.of("CN-EAST", "requester", "steward"),
            List.of("CN-EAST", "requester", "steward2"),
            List.of("CN-SOUTH", "lead", "steward-south"),
            List.of("INTL", "lead2", "lead"));
    static final List<String> REASONS = List.of(
            "新签合同，请建档。", "首批订单已确认。", "New account, first order confirmed.", "展会上谈下的客户。", "Credit check passed.");

    private final Numbers numbers;
    private final Trail trail;
    private final Invention invention = new Invention(SEED);
    private final JsonMapper json = new JsonMapper();
    private final StagedRows laid = new StagedRows("laid");
    private final StagedRows steps = new StagedRows("step");
    private final StagedRows waiting = new StagedRows("waiting");
    private final Map<LocalDate, Integer> numbered = new TreeMap<>();
    private final List<Known> known = new ArrayList<>();
    private long revisions;
    private long subjects;

    Batch(Numbers numbers, Trail trail) {
        this.numbers = numbers;
        this.trail = trail;
    }

    /** The first of the numbers that are ours: of records, revisions, match subjects, codes; and the present time. */
    record Numbers(long record, long revision, long subject, long code, Instant now) {}

    /** A customer that waiting requests may be about. */
    private record Known(long id, String phone, List<String> desk) {}

    StagedRows[] tables() {
        StagedRows[] found = trail.tables();
        return new StagedRows[] {laid, steps, waiting, found[0], found[1], found[2]};
    }

    /** How far the numbers of requests of each day are given out. */
    Map<LocalDate, Integer> numbered() {
        return numbered;
    }

    void customer(int n) {
        List<String> desk = invention.any(DESKS);
        Map<String, Object> fields = invention.customer();
        long id = numbers.record() + n;
        long number = numbers.code() + n;
        String code = String.format(Locale.ROOT, "C%08d", number);
        code += CheckDigit.ISO7064_MOD_11_10.over(code);
        String crm = String.format(Locale.ROOT, "0015g%010d%s", n, "AAA");
        String erp = String.valueOf(7_000_000 + n);
        String phone = steps(n, invention.phone());
        long subject = subject();
        laid.add(
                n,
                id,
                subject,
                code,
                number,
                desk.get(0),
                desk.get(1),
                desk.get(2),
                invention.any(REASONS),
                json.writeValueAsString(fields),
                json.writeValueAsString(columns(fields)),
                crm,
                erp);
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("phone", phone);
        trail.record(id, subject, code, desk.get(0), all, Set.of(crm, erp));
        if (n % 20 == 0) {
            known.add(new Known(id, phone, desk));
        }
    }

    private long subject() {
        return numbers.subject() + subjects++;
    }

    /** The creation, and in half of all cases one or two changes of the phone; gives the last one. */
    private String steps(int n, String first) {
        int versions = n % 4 == 0 ? 3 : n % 2 == 0 ? 2 : 1;
        Instant at = ago(MINUTES_A_DAY + invention.below((DAYS - 60) * MINUTES_A_DAY) + 20 * MINUTES_A_DAY);
        String phone = first;
        String before = null;
        for (int version = 1; version <= versions; version++) {
            String number = number(at);
            steps.add(n, version, numbers.revision() + revisions++, id(at), id(at), number, at, phone, before);
            if (version < versions) {
                before = phone;
                phone = invention.phone();
                at = at.plus(Duration.ofMinutes(1 + invention.below(10 * MINUTES_A_DAY)));
            }
        }
        return phone;
    }

    /** A request that waits: a new customer, or another phone for one that is there. */
    void waiting() {
        Instant at = ago(MINUTES_A_DAY + invention.below(9 * MINUTES_A_DAY));
        UUID id = id(at);
        if (known.isEmpty() || invention.below(2) == 0) {
            List<String> desk = invention.any(DESKS);
            Map<String, Object> fields = invention.customer();
            fields.put("phone", invention.phone());
            sent(id, at, "CREATE", null, desk, fields, Map.of());
            trail.request(id.toString(), subject(), desk.get(0), fields);
        } else {
            Known one = invention.any(known);
            sent(
                    id,
                    at,
                    "UPDATE",
                    one.id(),
                    one.desk(),
                    Map.of("phone", invention.phone()),
                    Map.of("phone", one.phone()));
        }
    }

    private void sent(
            UUID id,
            Instant at,
            String kind,
            @org.jspecify.annotations.Nullable Long record,
            List<String> desk,
            Map<String, Object> fields,
            Map<String, Object> before) {
        waiting.add(
                id,
                number(at),
                kind,
                record,
                desk.get(0),
                desk.get(1),
                invention.any(REASONS),
                json.writeValueAsString(fields),
                json.writeValueAsString(before),
                at);
    }

    private Instant ago(int minutes) {
        return numbers.now().minus(Duration.ofMinutes(minutes));
    }

    private String number(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        int next = numbered.merge(day, FIRST_NUMBER, (last, first) -> last + 1);
        return String.format(Locale.ROOT, "R%s-%04d", DateTimeFormatter.BASIC_ISO_DATE.format(day), next);
    }

    /** Sorts by time, like the hub's own ids. */
    private UUID id(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000 | invention.below(0x1000);
        long low = (long) invention.below(1 << 30) << 32 | Integer.toUnsignedLong(invention.below(Integer.MAX_VALUE));
        return new UUID(high, low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    /** The same as columns of the table; empty lists are lists there. */
    private static Map<String, Object> columns(Map<String, Object> fields) {
        Map<String, Object> columns = new LinkedHashMap<>();
        fields.forEach((key, value) -> columns.put(snake(key), value));
        LISTS.forEach(list -> columns.put(snake(list), List.of()));
        return columns;
    }

    private static String snake(String key) {
        return key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
