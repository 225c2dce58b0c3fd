package org.mdmhub.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The segments of a code in their order: makes codes of numbers and reads codes. Immutable. */
public final class CodePattern {

    /** What may stand in a code: capital letters, digits, separators. A slash would break the code's address. */
    static final Pattern WRITABLE = Pattern.compile("[A-Z0-9._-]{1,20}");

    private static final String BETWEEN_SCOPES = "|";

    private final List<Segment> segments;
    private final SequenceSegment sequence;
    private final Pattern shape;

    /** @param segments among them one sequence */
    CodePattern(List<Segment> segments) {
        this.segments = List.copyOf(segments);
        this.sequence = segments.stream()
                .flatMap(segment -> segment.sequence().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a pattern without a sequence"));
        this.shape = Pattern.compile(segments.stream().map(Segment::shape).collect(Collectors.joining(")(", "(", ")")));
    }

    /** Reads segments that were judged when they were saved. */
    static CodePattern of(List<Map<String, Object>> settings) {
        List<Segment> segments = new ArrayList<>();
        new Settings(Map.of("segments", settings), "", new ArrayList<>())
                .parts("segments").stream().map(SegmentKind::read).forEach(segment -> {
                    if (segment != null) {
                        segments.add(segment);
                    }
                });
        return new CodePattern(segments);
    }

    public List<Map<String, Object>> settings() {
        return segments.stream().map(Segment::settings).toList();
    }

    List<Segment> segments() {
        return segments;
    }

    SequenceSegment sequence() {
        return sequence;
    }

    /** The code of a number, or null where the number has outgrown the pattern or a segment has no text. */
    @Nullable
    String compose(Birth birth, long number) {
        StringBuilder code = new StringBuilder();
        for (Segment segment : segments) {
            String part = segment.part(birth, number, code.toString());
            if (part == null) {
                return null;
            }
            code.append(part);
        }
        return code.toString();
    }

    /** The segments that have no text for this record. */
    List<Segment> without(Birth birth) {
        return segments.stream()
                .filter(segment -> segment.part(birth, sequence.start(), "") == null)
                .toList();
    }

    /** What the counter is kept by: the texts of the segments that the sequence names; empty for one counter. */
    String scope(Birth birth) {
        return segments.stream()
                .filter(segment -> sequence.scope().contains(segment.name()))
                .map(segment -> String.valueOf(segment.part(birth, 0, "")))
                .collect(Collectors.joining(BETWEEN_SCOPES));
    }

    /** The same record, with values for which every segment has a text. */
    Birth example(Birth birth) {
        Birth example = birth;
        for (Segment segment : segments) {
            example = segment.example(example);
        }
        return example;
    }

    /** What codes look like in the ledger's norm, as a regular expression that Java and PostgreSQL read alike. */
    String shape() {
        return shape.pattern();
    }

    /** Whether a code in the ledger's norm has this shape; says nothing of its check character. */
    boolean hasShape(String norm) {
        return shape.matcher(norm).matches();
    }

    /** Whether the check characters of a code of this shape are right. */
    boolean checks(String norm) {
        return segments.stream()
                .flatMap(segment -> segment.check().stream())
                .allMatch(check -> check.algorithm().holds(norm));
    }

    /** The number that stands in a code of this shape. */
    long numberIn(String norm) {
        Matcher matcher = shape.matcher(norm);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not of this shape: " + norm);
        }
        long number = 0;
        for (int value : sequence.alphabet().values(matcher.group(segments.indexOf(sequence) + 1))) {
            number = number * sequence.alphabet().size() + value;
        }
        return number;
    }

    Language language(Collection<String> organisations) {
        return new Language(segments, organisations);
    }

    /** The length of its longest code, separators included. */
    int longest(Collection<String> organisations) {
        return segments.stream()
                .mapToInt(segment -> segment.longest(organisations))
                .sum();
    }
}
