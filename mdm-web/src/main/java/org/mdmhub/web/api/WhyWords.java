package org.mdmhub.web.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.merge.Origin;
import org.mdmhub.merge.Rule;
import org.mdmhub.merge.SourceTrust;
import org.mdmhub.merge.SurvivorshipBook;
import org.mdmhub.merge.Whys;
import org.mdmhub.source.SourceSystems;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Why a field holds what it holds and what would change it, in the words of the reader. */
@Component
public class WhyWords {

    private final Whys whys;
    private final SurvivorshipBook book;
    private final SourceSystems systems;
    private final Texts texts;

    WhyWords(Whys whys, SurvivorshipBook book, SourceSystems systems, Texts texts) {
        this.whys = whys;
        this.book = book;
        this.systems = systems;
        this.texts = texts;
    }

    /** A system by name; null is what a person entered. */
    public String source(@Nullable String source) {
        return source == null || source.equals(SourceTrust.HUB)
                ? texts.of("survivorship.hub")
                : systems.names(LocaleContextHolder.getLocale()).getOrDefault(source, source);
    }

    /** A rule, or what a steward did. */
    public String rule(String rule) {
        return texts.or("survivorship.rule." + rule, rule);
    }

    /** What would change it, in one sentence; {@code decision} null where no merge decided it. */
    public String would(String type, String field, Whys.@Nullable Decision decision, Origin origin) {
        if (decision == null) {
            List<Rule> rules = book.of(type).rules().rules(field);
            return texts.of(
                    "why.would.request",
                    rules.stream()
                            .map(rule -> rule(rule.key()))
                            .collect(Collectors.joining(texts.of("survivorship.then"))));
        }
        if (decision.rule().equals(Rule.TRUST.key())) {
            String more = whys.trustedMore(type, origin).stream()
                    .map(this::source)
                    .collect(Collectors.joining(texts.of("why.or")));
            return more.isEmpty() ? texts.of("why.would.trust.none") : texts.of("why.would.trust", more);
        }
        return texts.or("why.would." + decision.rule(), texts.of("why.would.survivor"));
    }
}
