package org.mdmhub.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Is this a good record? The one gate that every door leads through: shape, standardisation, rules, readiness. */
@Component
public class QualityGate {

    private final Shape shape;
    private final List<Rules> rules;
    private final List<Readiness> readiness;

    QualityGate(Shape shape, List<Rules> rules, List<Readiness> readiness) {
        this.shape = shape;
        this.rules = rules;
        this.readiness = readiness;
    }

    /**
     * Checks proposed values against the record as it is now.
     *
     * @param now the present values, none for a new record
     * @param proposed raw JSON values by field key; null clears
     */
    @Transactional(readOnly = true)
    public Checked check(Occasion occasion, FieldValues now, Map<String, ? extends @Nullable Object> proposed) {
        List<Finding> findings = new ArrayList<>();
        List<Standardization> told = new ArrayList<>();
        Map<String, @Nullable Object> changes = shape.read(occasion.type(), now, proposed, findings, told);
        FieldValues after = now.with(changes);
        rules.stream()
                .filter(rule -> rule.concern(occasion.type()))
                .forEach(rule -> findings.addAll(rule.check(occasion, now, after)));
        List<Finding> own = List.copyOf(findings);
        readiness.stream()
                .flatMap(targets -> targets.check(occasion, now, after).stream())
                .filter(finding -> own.stream()
                        .noneMatch(other ->
                                other.pointer().equals(finding.pointer()) && (other.stops() || !finding.stops())))
                .forEach(findings::add);
        // a field that is malformed was named already; that it is missing as well helps nobody
        List<Finding> said = distinctByPointer(findings);
        said.sort(Comparator.comparing(Finding::severity));
        return new Checked(said, changes, after, told);
    }

    /** Keys under which nobody else may write while these values are checked for the last time and written. */
    @Transactional(readOnly = true)
    public Set<String> alone(Occasion occasion, FieldValues now, FieldValues after) {
        return rules.stream()
                .filter(rule -> rule.concern(occasion.type()))
                .flatMap(rule -> rule.alone(occasion, now, after).stream())
                .collect(Collectors.toSet());
    }

    private static List<Finding> distinctByPointer(List<Finding> findings) {
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings) {
            boolean required = finding.code().equals("required");
            if (!required || kept.stream().noneMatch(other -> other.pointer().equals(finding.pointer()))) {
                kept.add(finding);
            }
        }
        return kept;
    }
}
