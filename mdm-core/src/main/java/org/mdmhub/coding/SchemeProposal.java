package org.mdmhub.coding;

import java.time.Instant;
import java.util.List;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Proposal;
import org.springframework.stereotype.Component;

/** Coding schemes are changed by approved requests only; they keep a table of their own. */
@Component
class SchemeProposal implements Proposal {

    /** Name of schemes among requests. */
    static final String TYPE = "coding-schemes";

    private final Schemes schemes;
    private final SchemeRules rules;

    SchemeProposal(Schemes schemes, SchemeRules rules) {
        this.schemes = schemes;
        this.rules = rules;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int version(String key) {
        return schemes.newest(SchemeKey.parse(key)).map(CodingScheme::version).orElse(0);
    }

    @Override
    public FieldValues now(String key) {
        return schemes.newest(SchemeKey.parse(key))
                .map(scheme -> FieldValues.exact(scheme.content().values().asMap()))
                .orElse(FieldValues.none());
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        return rules.judge(SchemeKey.parse(key), after, "/fields").findings();
    }

    /** Without a scheme of its own a type would get no codes at all. */
    @Override
    public List<Finding> checkRetired(String key, FieldValues before) {
        return SchemeKey.parse(key).isDefault() ? List.of(Finding.error("/code", "schemeNeeded")) : List.of();
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        SchemeContent content =
                rules.judge(SchemeKey.parse(key), after, "/fields").content();
        if (content == null) {
            throw new IllegalStateException("a scheme was approved that cannot be read");
        }
        schemes.add(SchemeKey.parse(key), content, now);
    }

    @Override
    public void retire(String key, Instant now) {
        schemes.retire(SchemeKey.parse(key), now);
    }

    @Override
    public String title(String key, FieldValues values) {
        return key;
    }
}
