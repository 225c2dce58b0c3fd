package org.mdmhub.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Proposal;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A policy is written, switched and taken out of force by approved requests only. */
@Component
class PolicyProposal implements Proposal {

    private final Settings settings;
    private final PolicyBook book;
    private final PolicyFit fit;

    PolicyProposal(Settings settings, PolicyBook book, PolicyFit fit) {
        this.settings = settings;
        this.book = book;
        this.fit = fit;
    }

    @Override
    public String type() {
        return PolicyBook.TYPE;
    }

    @Override
    public int version(String key) {
        return settings.find(PolicyBook.TYPE, key).map(Setting::version).orElse(0);
    }

    @Override
    public FieldValues now(String key) {
        return settings.find(PolicyBook.TYPE, key)
                .map(setting -> FieldValues.of(setting.content()))
                .orElse(FieldValues.none());
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        List<Finding> findings = new ArrayList<>();
        Policy policy = PolicyContent.read(key, after, findings);
        if (policy != null) {
            fit.check(policy, findings);
        }
        return findings;
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        settings.put(PolicyBook.TYPE, key, new LinkedHashMap<>(after.asMap()), now);
        book.forget();
    }

    @Override
    public void retire(String key, Instant now) {
        settings.retire(PolicyBook.TYPE, key, now);
        book.forget();
    }

    @Override
    public String title(String key, FieldValues values) {
        String own = values.text(LocaleContextHolder.getLocale().getLanguage().equals("zh") ? "nameZh" : "name");
        return own == null ? Proposal.super.title(key, values) : own;
    }
}
