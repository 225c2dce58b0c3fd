package org.mdmhub.web.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mdmhub.job.Job;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.review.QualityFigures;
import org.mdmhub.quality.review.QualityFigures.Asked;
import org.mdmhub.quality.review.QualityFigures.Count;
import org.mdmhub.quality.review.QualityFigures.Found;
import org.mdmhub.quality.review.Reviews;
import org.mdmhub.quality.rule.Rule;
import org.mdmhub.quality.rule.RuleBook;
import org.mdmhub.record.MasterRecords;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The figures of the quality page in words; runs in a transaction of its reader's scope. */
@Component
class QualityDesk {

    private static final int SHOWN = 50;
    private static final int MOST_GROUPS = 15;

    private final QualityFigures figures;
    private final Reviews reviews;
    private final RuleBook rules;
    private final Organisations organisations;
    private final MasterRecords records;
    private final Labels labels;
    private final Texts texts;
    private final Times times;
    private final Clock clock = Clock.systemUTC();

    QualityDesk(
            QualityFigures figures,
            Reviews reviews,
            RuleBook rules,
            Organisations organisations,
            MasterRecords records,
            Labels labels,
            Texts texts,
            Times times) {
        this.figures = figures;
        this.reviews = reviews;
        this.rules = rules;
        this.organisations = organisations;
        this.records = records;
        this.labels = labels;
        this.texts = texts;
        this.times = times;
    }

    /**
     * The page.
     *
     * @param filters what it is narrowed to: words to the address without it
     * @param groups findings by rule, by organisation, by owner
     * @param next where the list goes on, null at its end
     */
    record Sheet(
            String type,
            long errors,
            long warnings,
            Map<String, String> filters,
            List<Table> groups,
            Trend trend,
            Table findings,
            @Nullable String next,
            String reviewed,
            boolean reviewing) {}

    Sheet sheet(Filter filter, long after) {
        Asked asked = filter.asked(organisations);
        List<Count> counts = figures.counts(asked);
        List<Found> page = figures.page(asked, after, SHOWN + 1);
        List<Found> shown = page.subList(0, Math.min(SHOWN, page.size()));
        String next = page.size() > SHOWN ? filter.after(shown.get(SHOWN - 1).id()) : null;
        return new Sheet(
                filter.type(),
                sum(counts, count -> count.severity().equals("ERROR")),
                sum(counts, count -> count.severity().equals("WARNING")),
                filters(filter),
                List.of(
                        group("rule", counts, Count::rule, this::rule, filter::rule),
                        group("orgUnit", counts, this::unit, labels::organisation, filter::orgUnit),
                        group("owner", counts, Count::owner, this::owner, filter::owner)),
                trend(asked, counts),
                findings(filter.type(), shown),
                next,
                reviewed(filter.type()),
                reviewing(filter.type()));
    }

    private static long sum(List<Count> counts, java.util.function.Predicate<Count> wanted) {
        return counts.stream().filter(wanted).mapToLong(Count::findings).sum();
    }

    private Map<String, String> filters(Filter filter) {
        Map<String, String> filters = new LinkedHashMap<>();
        if (filter.rule() != null) {
            filters.put(rule(filter.rule()), filter.rule("").address());
        }
        if (filter.orgUnit() != null) {
            filters.put(
                    labels.organisation(filter.orgUnit()), filter.orgUnit("").address());
        }
        if (filter.owner() != null) {
            filters.put(owner(filter.owner()), filter.anybody().address());
        }
        return filters;
    }

    private Table group(
            String name,
            List<Count> counts,
            Function<Count, String> key,
            Function<String, String> said,
            Function<String, Filter> narrowed) {
        Map<String, Long> sums = new LinkedHashMap<>();
        counts.forEach(count -> sums.merge(key.apply(count), count.findings(), Long::sum));
        List<List<Cell>> rows = sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_GROUPS)
                .map(sum -> List.of(
                        Cell.name(
                                said.apply(sum.getKey()),
                                narrowed.apply(sum.getKey()).address()),
                        Cell.number(number(sum.getValue()))))
                .toList();
        return new Table(
                texts.of("quality.by." + name),
                List.of(texts.of("quality.by." + name), texts.of("quality.findings")),
                rows);
    }

    private static String number(long number) {
        return java.text.NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale())
                .format(number);
    }

    private String rule(String key) {
        Rule rule = rules.find(key).map(RuleBook.Entry::rule).orElse(null);
        return rule == null ? texts.or("quality.code." + key, key) : rule.name(LocaleContextHolder.getLocale());
    }

    private String unit(Count count) {
        return organisations.codes().getOrDefault(count.orgUnit(), "");
    }

    private String owner(String login) {
        return login.isEmpty() ? texts.of("quality.nobody") : login;
    }

    private Trend trend(Asked asked, List<Count> counts) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        Map<LocalDate, Long> days = figures.days(asked, today.minusDays(Trend.DAYS));
        // today is what stands now, whatever the last review counted
        days.put(today, sum(counts, count -> true));
        return Trend.of(days, today);
    }

    private Table findings(String type, List<Found> found) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Found one : found) {
            rows.add(List.of(
                    Cell.code(one.recordCode(), labels.page(type, one.recordCode())),
                    Cell.name(
                            records.find(type, one.recordCode())
                                    .map(record -> records.values(type, record).text("name"))
                                    .orElse(""),
                            null),
                    Cell.text(labels.place(type, one.finding().pointer())),
                    Cell.state(
                            one.finding().severity().name(),
                            texts.of("finding." + (one.finding().stops() ? "error" : "warning"))),
                    Cell.text(texts.of(one.finding())),
                    Cell.text(owner(one.owner()))));
        }
        return new Table(
                texts.of("quality.list"),
                List.of(
                        texts.of("trial.head.code"),
                        texts.of("trial.head.name"),
                        texts.of("rule.head.field"),
                        texts.of("rule.head.severity"),
                        texts.of("quality.what"),
                        texts.of("quality.by.owner")),
                rows);
    }

    String reviewed(String type) {
        return reviewed(type, "quality.reviewed");
    }

    /** Fields are counted by reviews only. */
    String counted(String type) {
        return reviewed(type, "quality.counted");
    }

    private String reviewed(String type, String done) {
        return reviews.last(type)
                .map(job -> job.state() == Job.State.DONE
                        ? texts.of(done, times.ago(job.createdAt()), job.total())
                        : texts.of("quality.review." + job.state().name(), job.done(), job.total()))
                .orElseGet(() -> texts.of("quality.never"));
    }

    boolean reviewing(String type) {
        return reviews.last(type).filter(job -> job.state().open()).isPresent();
    }

    /** How well each field is filled, the emptiest last. */
    Table fields(String type, @Nullable String orgUnit) {
        Integer unit = orgUnit == null
                ? null
                : organisations.find(orgUnit).map(OrgUnit::id).orElse(-1);
        List<List<Cell>> rows = figures.fields(type, unit).stream()
                .sorted(Comparator.comparingLong(QualityFigures.FieldFigure::filled)
                        .reversed()
                        .thenComparing(QualityFigures.FieldFigure::field))
                .map(figure -> List.of(
                        Cell.name(labels.field(type, figure.field()), null),
                        Cell.number(share(figure.filled(), figure.records())),
                        Cell.number(figure.filled() == 0 ? "–" : share(figure.sound(), figure.filled())),
                        Cell.number(number(figure.filled())),
                        Cell.number(number(figure.records()))))
                .toList();
        return new Table(
                texts.of("quality.fields"),
                List.of(
                        texts.of("rule.head.field"),
                        texts.of("quality.complete"),
                        texts.of("quality.valid"),
                        texts.of("quality.filled"),
                        texts.of("quality.records")),
                rows);
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(java.util.Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }
}
