package org.mdmhub.coding;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of segment that there are, by their names outside the program. */
public enum SegmentKind {
    LITERAL(LiteralSegment::read),
    ORGANISATION(OrganisationSegment::read),
    CATEGORY(FieldSegment::category),
    FIELD(FieldSegment::read),
    YEAR(YearSegment::read),
    MONTH(MonthSegment::read),
    SEQUENCE(SequenceSegment::read),
    CHECK(CheckSegment::read);

    private final Function<Settings, Segment> reader;

    SegmentKind(Function<Settings, Segment> reader) {
        this.reader = reader;
    }

    /** A segment by its settings, null where there is no such kind; what is wrong is noted there. */
    static @Nullable Segment read(Settings settings) {
        String name = settings.text("kind", null);
        for (SegmentKind kind : values()) {
            if (kind.name().equals(name)) {
                Segment segment = kind.reader.apply(settings);
                settings.nothingElse();
                return segment;
            }
        }
        if (!name.isEmpty()) {
            settings.wrong("kind", "choice", name);
        }
        return null;
    }
}
