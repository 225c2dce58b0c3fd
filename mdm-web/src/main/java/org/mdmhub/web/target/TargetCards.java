package org.mdmhub.web.target;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.mdmhub.sync.delivery.Deliveries;
import org.mdmhub.sync.delivery.Deliveries.Figures;
import org.mdmhub.sync.target.Target;
import org.mdmhub.web.api.Texts;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Puts how a target stands into words. The caller reads in its reader's scope. */
@Component
class TargetCards {

    /** How a pause by hand is noted, followed by the login. */
    static final String PAUSED_BY = "paused by ";

    private final Deliveries deliveries;
    private final TargetNames names;
    private final CauseWords causes;
    private final Spans spans;
    private final Texts texts;
    private final boolean demo;

    TargetCards(
            Deliveries deliveries,
            TargetNames names,
            CauseWords causes,
            Spans spans,
            Texts texts,
            Environment environment) {
        this.deliveries = deliveries;
        this.names = names;
        this.causes = causes;
        this.spans = spans;
        this.texts = texts;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    TargetCard of(Target target) {
        Figures figures = deliveries.figures(target.name());
        return new TargetCard(
                target.name(),
                names.full(target.name()),
                TargetNames.brief(target.name()),
                names.connector(target.connector()),
                texts.of("mode." + target.mode()),
                badge(target, figures),
                texts.of("target.state." + word(target)),
                sentence(target, figures),
                target.paused(),
                figures.failing() > 0,
                figures(target, figures),
                demo ? target.address().resolve("/").toString() : "");
    }

    private static boolean live(Target target) {
        return target.mode() == Target.Mode.LIVE;
    }

    private static String word(Target target) {
        return live(target) ? target.state().name() : target.mode().name();
    }

    /** A state of a lane whose colour means the same. */
    private static String badge(Target target, Figures figures) {
        if (!live(target)) {
            return "OFF";
        }
        return switch (target.state()) {
            case PAUSED -> "HELD";
            case OPEN_CIRCUIT -> "NEEDS_STEWARD";
            case OK -> figures.refused() > 0 ? "RETRYING" : "DELIVERED";
        };
    }

    private String sentence(Target target, Figures figures) {
        if (!live(target)) {
            return texts.of("target.says." + target.mode());
        }
        return switch (target.state()) {
            case PAUSED -> texts.of("target.says.PAUSED", cause(target));
            case OPEN_CIRCUIT -> texts.of("target.says.OPEN_CIRCUIT", cause(target), spans.until(probe(target)));
            case OK -> serving(figures);
        };
    }

    private String serving(Figures figures) {
        if (figures.failing() > 0) {
            return texts.of("target.says.failing", figures.failing());
        }
        return figures.pending() > 0
                ? texts.of("target.says.pending", figures.pending(), spans.of(figures.lagSeconds()))
                : texts.of("target.says.done");
    }

    private String cause(Target target) {
        String cause = Objects.requireNonNullElse(target.circuitCause(), "");
        if (cause.startsWith(PAUSED_BY)) {
            return texts.of("target.pausedBy", cause.substring(PAUSED_BY.length()));
        }
        String first = target.types().isEmpty() ? "" : target.types().get(0);
        return causes.of(target.name(), first, cause).get(0).plain();
    }

    private static Instant probe(Target target) {
        return Objects.requireNonNullElse(target.circuitOpenUntil(), Instant.EPOCH);
    }

    private List<TargetCard.Figure> figures(Target target, Figures figures) {
        boolean open = target.state() == Target.State.OPEN_CIRCUIT;
        return List.of(
                figure("lag", figures.lagSeconds() == 0 ? texts.of("figure.none") : spans.of(figures.lagSeconds()), ""),
                figure("pending", String.valueOf(figures.pending()), ""),
                figure("underway", String.valueOf(figures.underway()), ""),
                figure("failing", String.valueOf(figures.failing()), figures.failing() > 0 ? "bad" : ""),
                figure("sent", String.valueOf(figures.sentToday()), figures.sentToday() > 0 ? "good" : ""),
                figure("probe", open ? spans.until(probe(target)) : texts.of("figure.none"), open ? "warn" : ""));
    }

    private TargetCard.Figure figure(String name, String value, String mark) {
        return new TargetCard.Figure(texts.of("figure." + name), value, mark);
    }
}
