package org.mdmhub.web.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mdmhub.organisation.Actor;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.review.QualityFigures;
import org.mdmhub.quality.rule.Condition;
import org.mdmhub.quality.rule.Rule;
import org.mdmhub.quality.rule.RuleBook;
import org.mdmhub.record.FieldValues;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.Table;
import org.mdmhub.web.layout.Table.Cell;
import org.mdmhub.web.layout.Times;
import org.mdmhub.web.standard.SettingSheet;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Rules as they are shown: all in a list, and one in words with the requests that made it what it is. */
@Component
class RuleSheets {

    private static final int MOST_VERSIONS = 50;

    private final RuleBook book;
    private final RuleFields fields;
    private final Organisations organisations;
    private final Texts texts;
    private final Times times;
    private final QualityFigures figures;
    private final JdbcClient jdbc;

    RuleSheets(
            RuleBook book,
            RuleFields fields,
            Organisations organisations,
            Texts texts,
            Times times,
            QualityFigures figures,
            JdbcClient jdbc) {
        this.book = book;
        this.fields = fields;
        this.organisations = organisations;
        this.texts = texts;
        this.times = times;
        this.figures = figures;
        this.jdbc = jdbc;
    }

    /** What a list is narrowed to; empty for all. */
    Table table(String type, Map<String, Long> failing) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RuleBook.Entry entry : book.all()) {
            Rule rule = entry.rule();
            if (rule != null && (type.isEmpty() || rule.type().equals(type))) {
                rows.add(row(entry, rule, failing.getOrDefault(rule.key(), 0L)));
            }
        }
        return new Table(
                texts.of("rule.list"),
                heads("name", "type", "field", "check", "severity", "state", "fails", "changed"),
                rows);
    }

    private List<String> heads(String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> texts.of("rule.head." + name))
                .toList();
    }

    private List<Cell> row(RuleBook.Entry entry, Rule rule, long failing) {
        String state = state(entry);
        return List.of(
                Cell.name(rule.name(LocaleContextHolder.getLocale()), page(rule.key())),
                Cell.text(texts.or("nav." + rule.type(), rule.type())),
                Cell.text(fields.label(rule.type(), rule.field())),
                Cell.text(texts.of("rule.check." + rule.check().name())),
                Cell.state(
                        rule.severity().name(),
                        texts.of("rule.severity." + rule.severity().name())),
                Cell.state(state, texts.of("rule.state." + state)),
                new Cell(Table.Kind.NUMBER, String.valueOf(failing), failing == 0 ? null : findings(rule.key()), ""),
                Cell.time(
                        times.ago(entry.setting().changedAt()),
                        times.exact(entry.setting().changedAt())));
    }

    static String page(String key) {
        return UriComponentsBuilder.fromPath("/standard/rules")
                .queryParam("key", "{key}")
                .encode()
                .buildAndExpand(key)
                .toUriString();
    }

    private static String findings(String key) {
        return UriComponentsBuilder.fromPath("/quality")
                .queryParam("rule", "{key}")
                .encode()
                .buildAndExpand(key)
                .toUriString();
    }

    private static String state(RuleBook.Entry entry) {
        Rule rule = entry.rule();
        return entry.compiled() == null ? "BROKEN" : rule != null && rule.active() ? "ON" : "OFF";
    }

    SettingSheet sheet(RuleBook.Entry entry, Actor reader) {
        Rule rule = entry.rule();
        String key = entry.setting().key();
        Locale locale = LocaleContextHolder.getLocale();
        return new SettingSheet(
                "/standard/rules",
                key,
                rule == null ? key : rule.name(locale),
                entry.setting().version(),
                state(entry),
                new SettingSheet.Words(texts.of("rule.title"), texts.of("rule.edit"), texts.of("rule.broken")),
                new SettingSheet.Aside(findings(key), texts.of("rule.findings")),
                rule == null
                        ? Map.of()
                        : facts(rule, FieldValues.of(entry.setting().content())),
                versions(key, reader));
    }

    /** What a rule says, in words. */
    private Map<String, String> facts(Rule rule, FieldValues content) {
        Map<String, String> facts = new java.util.LinkedHashMap<>();
        facts.put(texts.of("rule.head.type"), texts.or("nav." + rule.type(), rule.type()));
        facts.put(texts.of("rule.head.field"), fields.label(rule.type(), rule.field()));
        facts.put(
                texts.of("rule.head.check"),
                texts.of("rule.check." + rule.check().name()));
        for (String entry : rule.check().entries()) {
            Object value = content.get(entry);
            if (value != null && !entry.equals("field")) {
                facts.put(texts.of("field.rules." + entry), said(rule, entry, value));
            }
        }
        if (!rule.when().isEmpty()) {
            facts.put(
                    texts.of("field.rules.when"),
                    rule.when().stream().map(one -> said(rule, one)).collect(Collectors.joining(texts.of("rule.and"))));
        }
        facts.put(
                texts.of("rule.head.severity"),
                texts.of("rule.severity." + rule.severity().name()));
        putText(facts, "messageZh", rule.messageZh());
        putText(facts, "message", rule.message());
        facts.put(texts.of("rule.key"), rule.key());
        return facts;
    }

    private void putText(Map<String, String> facts, String key, String text) {
        if (!text.isEmpty()) {
            facts.put(texts.of("field.rules." + key), text);
        }
    }

    private String said(Rule rule, String entry, Object value) {
        return switch (entry) {
            case "is" -> texts.of("rule.is." + value);
            case "table" -> texts.or("rule.table." + value, String.valueOf(value));
            case "other" -> fields.label(rule.type(), String.valueOf(value));
            case "within" ->
                value instanceof List<?> keys
                        ? keys.stream()
                                .map(key -> fields.label(rule.type(), String.valueOf(key)))
                                .collect(Collectors.joining(", "))
                        : String.valueOf(value);
            default ->
                value instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : String.valueOf(value);
        };
    }

    private String said(Rule rule, Condition condition) {
        String against = condition.other() != null
                ? fields.label(rule.type(), condition.other())
                : String.join(", ", condition.values());
        return String.join(
                        " ",
                        fields.label(rule.type(), condition.field()),
                        texts.of("rule.is." + condition.is().name()),
                        against)
                .strip();
    }

    private Table versions(String key, Actor reader) {
        boolean sees = reader.units().contains(organisations.top().id());
        List<List<Cell>> rows = jdbc.sql("select id, number, kind, status, requested_by, created_at from change_request"
                        + " where type = 'rules' and subject = ? order by id desc limit ?")
                .params(key, MOST_VERSIONS)
                .query((row, number) -> List.of(
                        Cell.code(row.getString("number"), sees ? "/inbox/" + row.getString("id") : null),
                        Cell.text(texts.of("kind." + row.getString("kind") + ".rules")),
                        Cell.state(row.getString("status"), texts.of("status." + row.getString("status"))),
                        Cell.text(row.getString("requested_by")),
                        Cell.time(
                                times.ago(row.getTimestamp("created_at").toInstant()),
                                times.exact(row.getTimestamp("created_at").toInstant()))))
                .list();
        return new Table(texts.of("rule.versions"), heads("request", "kind", "state", "who", "changed"), rows);
    }

    /** Open findings of each rule that the reader sees. */
    Map<String, Long> failing() {
        return figures.byRule();
    }
}
