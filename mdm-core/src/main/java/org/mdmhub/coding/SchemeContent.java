package org.mdmhub.coding;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.record.MasterRecord;

/**
 * What a scheme says, whether it is saved or only wished for.
 *
 * @param pattern how codes are built that are born in the hub
 * @param fast numbers are taken in blocks, so that approvals do not wait for each other
 * @param manual leads may name the code themselves
 * @param adopts system whose keys become golden codes, null where none
 * @param reserved numbers that are left out
 * @param activeFrom not before, null at once
 */
public record SchemeContent(
        CodePattern pattern,
        boolean fast,
        boolean manual,
        @Nullable String adopts,
        List<Reserved> reserved,
        @Nullable Instant activeFrom) {

    static final int MOST_CHARACTERS = 30;

    private static final String SEGMENTS = "segments";
    private static final String GAPLESS = "GAPLESS";
    private static final String FAST = "FAST";

    /**
     * Reads what somebody wishes.
     *
     * @param pointer where the values stand, as {@code /fields}
     * @param findings gets what is wrong
     * @return null where it cannot be read at all
     */
    static @Nullable SchemeContent read(
            FieldValues values, String pointer, List<Field<MasterRecord>> fields, List<Finding> findings) {
        Settings settings = new Settings(values.asMap(), pointer, findings);
        List<Segment> segments = segments(settings, fields);
        boolean fast = fast(settings);
        boolean manual = settings.flag("manual");
        Settings adopt = settings.part("adopt");
        String system = adopt == null ? null : adopt.text("system", null);
        if (adopt != null) {
            adopt.nothingElse();
        }
        List<Reserved> reserved =
                settings.parts("reserved").stream().map(Reserved::read).toList();
        Instant from = settings.has("activeFrom") ? instant(settings) : null;
        settings.nothingElse();
        long counting = segments.stream()
                .filter(segment -> segment.sequence().isPresent())
                .count();
        if (counting != 1) {
            settings.wrong(SEGMENTS, counting == 0 ? "schemeNoSequence" : "schemeTwoSequences");
            return null;
        }
        return new SchemeContent(new CodePattern(segments), fast, manual, system, reserved, from);
    }

    private static List<Segment> segments(Settings settings, List<Field<MasterRecord>> fields) {
        List<Segment> segments = new ArrayList<>();
        List<Settings> parts = settings.parts(SEGMENTS);
        if (parts.isEmpty()) {
            settings.wrong(SEGMENTS, "required");
        } else if (parts.size() > MOST_CHARACTERS) {
            settings.wrong(SEGMENTS, "schemeLength", String.valueOf(MOST_CHARACTERS));
            return segments;
        }
        for (int i = 0; i < parts.size(); i++) {
            Segment segment = SegmentKind.read(parts.get(i));
            if (segment == null) {
                continue;
            }
            segment.judge(parts.get(i), segments, fields);
            if (segment.check().isPresent() && i < parts.size() - 1) {
                parts.get(i).wrong("kind", "schemeCheckLast");
            }
            boolean again = segments.stream().anyMatch(other -> other.name().equals(segment.name()));
            if (again && !segment.name().equals("LITERAL")) {
                parts.get(i).wrong("kind", "schemeTwice", segment.name());
            }
            segments.add(segment);
        }
        return segments;
    }

    private static boolean fast(Settings settings) {
        String issuing = settings.text("issuing", GAPLESS);
        if (!issuing.equals(GAPLESS) && !issuing.equals(FAST)) {
            settings.wrong("issuing", "choice", issuing);
        }
        return issuing.equals(FAST);
    }

    private static @Nullable Instant instant(Settings settings) {
        String text = settings.text("activeFrom", null);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            settings.wrong("activeFrom", "type", "DATE");
            return null;
        }
    }

    /** The content in its one canonical form; what is as always is left out. */
    public FieldValues values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(SEGMENTS, pattern.settings());
        if (adopts != null) {
            values.put("adopt", Map.of("system", adopts));
        }
        if (fast) {
            values.put("issuing", FAST);
        }
        if (manual) {
            values.put("manual", true);
        }
        if (!reserved.isEmpty()) {
            values.put("reserved", reserved.stream().map(Reserved::settings).toList());
        }
        if (activeFrom != null) {
            values.put("activeFrom", activeFrom.toString());
        }
        return FieldValues.of(values);
    }

    /** The first number from here on that is not reserved. */
    long unreserved(long number) {
        long free = number;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Reserved range : reserved) {
                if (range.holds(free)) {
                    free = range.to() + 1;
                    moved = true;
                }
            }
        }
        return free;
    }

    /** How many numbers are left in a scope whose next number is this. */
    long capacityLeft(long next) {
        long last = pattern.sequence().last();
        long left = Math.max(0, last - next + 1);
        for (Reserved range : reserved) {
            left -= Math.max(0, Math.min(last, range.to()) - Math.max(next, range.from()) + 1);
        }
        return Math.max(0, left);
    }
}
