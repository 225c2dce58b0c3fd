package org.mdmhub.web.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.policy.Answer;
import org.mdmhub.policy.Policy;
import org.mdmhub.policy.PolicyAnswers;
import org.mdmhub.policy.PolicyBook;
import org.mdmhub.quality.rule.Condition;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Labels;
import org.mdmhub.web.layout.PolicyWords;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.standard.SettingSheet;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Policies as they are shown: all in a list, and one in words with the requests that made it what it is. */
@Component
class PolicySheets {

    private static final int MOST_VERSIONS = 50;

    private final PolicyBook book;
    private final PolicyWords words;
    private final Organisations organisations;
    private final Labels labels;
    private final Texts texts;
    private final Times times;
    private final JdbcClient jdbc;

    PolicySheets(
            PolicyBook book,
            PolicyWords words,
            Organisations organisations,
            Labels labels,
            Texts texts,
            Times times,
            JdbcClient jdbc) {
        this.book = book;
        this.words = words;
        this.organisations = organisations;
        this.labels = labels;
        this.texts = texts;
        this.times = times;
        this.jdbc = jdbc;
    }

    Table table() {
        List<List<Cell>> rows = new ArrayList<>();
        for (PolicyBook.Entry entry : book.all()) {
            Policy policy = entry.policy();
            String key = entry.setting().key();
            String state = state(policy);
            rows.add(List.of(
                    Cell.name(policy == null ? key : policy.name(locale()), page(key)),
                    Cell.text(policy == null ? "–" : when(policy)),
                    Cell.text(policy == null ? "–" : who(policy)),
                    Cell.state(state, texts.of("rule.state." + state)),
                    Cell.time(
                            times.ago(entry.setting().changedAt()),
                            times.exact(entry.setting().changedAt()))));
        }
        return new Table(texts.of("policy.list"), heads("name", "when", "who", "state", "changed"), rows);
    }

    private List<String> heads(String... names) {
        return Arrays.stream(names).map(name -> texts.of("policy.head." + name)).toList();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    static String page(String key) {
        return UriComponentsBuilder.fromPath("/standard/policies")
                .queryParam("key", "{key}")
                .encode()
                .buildAndExpand(key)
                .toUriString();
    }

    private static String state(@Nullable Policy policy) {
        return policy == null ? "BROKEN" : policy.active() ? "ON" : "OFF";
    }

    /** All that must hold, in one line. */
    private String when(Policy policy) {
        String all = facts(policy).entrySet().stream()
                .map(fact -> texts.of("policy.fact", fact.getKey(), fact.getValue()))
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? texts.of("policy.always") : all;
    }

    private String who(Policy policy) {
        return policy.steps().isEmpty()
                ? texts.of("policy.nobody")
                : String.join(texts.of("policy.then"), words.course(alone(policy)));
    }

    private static List<org.mdmhub.request.Step> alone(Policy policy) {
        return PolicyAnswers.steps(List.of(new Answer(policy, true, true, List.of())));
    }

    SettingSheet sheet(PolicyBook.Entry entry, Actor reader) {
        Policy policy = entry.policy();
        String key = entry.setting().key();
        Map<String, String> facts = new LinkedHashMap<>();
        if (policy != null) {
            facts.putAll(facts(policy));
            if (facts.isEmpty()) {
                facts.put(texts.of("policy.head.when"), texts.of("policy.always"));
            }
            facts.put(texts.of("policy.head.who"), who(policy));
            flag(facts, "only", policy.only());
            flag(facts, "keepsDecisions", policy.keepsDecisions());
        }
        facts.put(texts.of("rule.key"), key);
        return new SettingSheet(
                "/standard/policies",
                key,
                policy == null ? key : policy.name(locale()),
                entry.setting().version(),
                state(policy),
                new SettingSheet.Words(texts.of("policy.title"), texts.of("policy.edit"), texts.of("policy.broken")),
                null,
                facts,
                versions(key, reader));
    }

    private void flag(Map<String, String> facts, String key, boolean on) {
        if (on) {
            facts.put(texts.of("field.policies." + key), texts.of("policy.yes"));
        }
    }

    /** What must hold of a request, label to words; empty where it is met always. */
    private Map<String, String> facts(Policy policy) {
        Map<String, String> facts = new LinkedHashMap<>();
        String type = policy.type();
        put(facts, "type", type == null ? "" : texts.or("nav." + type, type));
        put(
                facts,
                "kinds",
                joined(policy.kinds().stream()
                        .map(kind -> texts.of("kind." + kind.name()))
                        .toList()));
        put(
                facts,
                "orgUnits",
                joined(policy.orgUnits().stream().map(labels::organisation).toList()));
        put(
                facts,
                "when",
                joined(policy.when().stream().map(one -> said(type, one)).toList()));
        put(
                facts,
                "groups",
                joined(policy.groups().stream()
                        .map(one -> texts.or("group." + one, one))
                        .toList()));
        put(facts, "fields", fields(type, policy.fields()));
        put(facts, "replaced", fields(type, policy.replaced()));
        Policy.Above above = policy.above();
        put(facts, "above", above == null ? "" : texts.of("policy.over", field(type, above.field()), above.value()));
        put(facts, "candidates", policy.candidates() == null ? "" : String.valueOf(policy.candidates()));
        put(facts, "validFrom", policy.from() == null ? "" : String.valueOf(policy.from()));
        put(facts, "validUntil", policy.until() == null ? "" : String.valueOf(policy.until()));
        return facts;
    }

    private void put(Map<String, String> facts, String key, String text) {
        if (!text.isEmpty()) {
            facts.put(texts.of("field.policies." + key), text);
        }
    }

    private static String joined(List<String> texts) {
        return String.join(", ", texts);
    }

    private String fields(@Nullable String type, List<String> keys) {
        return joined(keys.stream().map(key -> field(type, key)).toList());
    }

    /** A field of whatever type: of the policy's, or of the first that has it. */
    private String field(@Nullable String type, String key) {
        if (key.equals("orgUnit")) {
            return texts.of("rule.orgUnit");
        }
        String own = labels.field(type == null ? "customers" : type, key);
        return own.equals(key) ? labels.field("products", key) : own;
    }

    private String said(@Nullable String type, Condition condition) {
        String other = condition.other();
        return String.join(
                        " ",
                        field(type, condition.field()),
                        texts.of("rule.is." + condition.is().name()),
                        other == null ? joined(condition.values()) : field(type, other))
                .strip();
    }

    private Table versions(String key, Actor reader) {
        boolean sees = reader.units().contains(organisations.top().id());
        List<List<Cell>> rows = jdbc.sql("select id, number, kind, status, requested_by, created_at from change_request"
                        + " where type = 'policies' and subject = ? order by id desc limit ?")
                .params(key, MOST_VERSIONS)
                .query((row, number) -> List.of(
                        Cell.code(row.getString("number"), sees ? "/inbox/" + row.getString("id") : null),
                        Cell.text(texts.of("kind." + row.getString("kind") + ".policies")),
                        Cell.state(row.getString("status"), texts.of("status." + row.getString("status"))),
                        Cell.text(row.getString("requested_by")),
                        Cell.time(
                                times.ago(row.getTimestamp("created_at").toInstant()),
                                times.exact(row.getTimestamp("created_at").toInstant()))))
                .list();
        return new Table(texts.of("policy.versions"), heads("request", "kind", "state", "asked", "changed"), rows);
    }
}
