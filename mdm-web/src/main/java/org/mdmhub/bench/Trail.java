package org.mdmhub.bench;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.MatchModel;
import org.mdmhub.matching.Matching;
import org.mdmhub.record.FieldKind;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.MasterType;
import org.mdmhub.record.SearchTerms;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** By what a customer is found: search terms and match keys, computed by the hub's own code. */
final class Trail implements AutoCloseable {

    private static final String DOMAIN = "org.mdmhub.customer";

    private final AnnotationConfigApplicationContext domain = domain();
    private final MatchModel model = domain.getBean(MatchModel.class);
    private final MasterType<?> type = domain.getBean(MasterType.class);
    private final JsonMapper json = new JsonMapper();
    private final StagedRows terms = new StagedRows("term");
    private final StagedRows subjects = new StagedRows("subject");
    private final StagedRows keys = new StagedRows("key");

    /** Its rules need the rest of the hub, so nothing of it is made before it is asked for. */
    private static AnnotationConfigApplicationContext domain() {
        AnnotationConfigApplicationContext domain = new AnnotationConfigApplicationContext();
        domain.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        domain.scan(DOMAIN);
        domain.refresh();
        return domain;
    }

    MatchModel model() {
        return model;
    }

    StagedRows[] tables() {
        return new StagedRows[] {terms, subjects, keys};
    }

    /** What the road keeps of a record; {@code foreign} are its keys in the targets. */
    void record(long id, long subject, String code, String unit, Map<String, Object> fields, Set<String> foreign) {
        FieldValues values = FieldValues.of(fields);
        Set<String> own = new LinkedHashSet<>(Set.of(code));
        type.fields().stream()
                .filter(field -> field.kind() == FieldKind.IDENTIFIER)
                .map(field -> values.text(field.key()))
                .filter(text -> text != null)
                .forEach(own::add);
        Matching.Traces traces = Matching.traces(model, values);
        terms(id, "RECORD", own);
        terms(id, "NAME", traces.terms());
        terms(id, "KEY", foreign);
        subject(subject, id, null, unit, traces);
    }

    /** What the road keeps of an open request. */
    void request(String id, long subject, String unit, Map<String, Object> fields) {
        subject(subject, null, id, unit, Matching.traces(model, FieldValues.of(fields)));
    }

    private void terms(long id, String origin, Set<String> some) {
        some.stream().map(SearchTerms::fold).distinct().forEach(term -> terms.add(id, origin, term));
    }

    private void subject(
            long subject, @Nullable Long record, @Nullable String request, String unit, Matching.Traces traces) {
        Map<String, Object> compared = new LinkedHashMap<>(traces.compared().asMap());
        subjects.add(subject, record, request, unit, traces.name(), json.writeValueAsString(compared));
        traces.keys().forEach(key -> keys.add(subject, key));
    }

    @Override
    public void close() {
        domain.close();
    }
}
