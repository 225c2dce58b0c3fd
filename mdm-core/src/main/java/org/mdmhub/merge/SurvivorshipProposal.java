package org.mdmhub.merge;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Proposal;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** Which values win is changed by approved requests only; it holds for merges from then on. */
@Component
class SurvivorshipProposal implements Proposal {

    private final Settings settings;
    private final SurvivorshipBook book;

    SurvivorshipProposal(Settings settings, SurvivorshipBook book) {
        this.settings = settings;
        this.book = book;
    }

    @Override
    public String type() {
        return SurvivorshipBook.TYPE;
    }

    @Override
    public int version(String key) {
        return settings.find(type(), key).map(Setting::version).orElse(0);
    }

    @Override
    public FieldValues now(String key) {
        return settings.find(type(), key)
                .map(setting -> FieldValues.of(setting.content()))
                .orElse(FieldValues.none());
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        return book.types().contains(key)
                ? book.check(key, after.asMap())
                : List.of(Finding.error("/code", "choice", String.join(", ", book.types())));
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        settings.put(type(), key, new LinkedHashMap<>(after.asMap()), now);
    }

    @Override
    public void retire(String key, Instant now) {
        settings.retire(type(), key, now);
    }
}
