package org.mdmhub.request;

import java.time.Instant;
import java.util.LinkedHashMap;
import org.mdmhub.record.FieldValues;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.context.i18n.LocaleContextHolder;

/** A proposal whose content is kept among the settings as it was approved. */
public abstract class SettingProposal implements Proposal {

    private final Settings settings;
    private final String type;

    protected SettingProposal(Settings settings, String type) {
        this.settings = settings;
        this.type = type;
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final int version(String key) {
        return settings.find(type, key).map(Setting::version).orElse(0);
    }

    @Override
    public final FieldValues now(String key) {
        return settings.find(type, key)
                .map(setting -> FieldValues.of(setting.content()))
                .orElse(FieldValues.none());
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        settings.put(type, key, new LinkedHashMap<>(after.asMap()), now);
        changed(key);
    }

    @Override
    public void retire(String key, Instant now) {
        settings.retire(type, key, now);
        changed(key);
    }

    /** What follows from another content, in the same transaction; by default nothing does. */
    protected void changed(String key) {}

    @Override
    public String title(String key, FieldValues values) {
        boolean chinese = LocaleContextHolder.getLocale().getLanguage().equals("zh");
        String own = values.text(chinese ? "nameZh" : "name");
        return own == null || own.isEmpty() ? Proposal.super.title(key, values) : own;
    }
}
