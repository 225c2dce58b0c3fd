package org.mdmhub.road;

import java.time.Instant;
import java.util.List;
import org.mdmhub.record.FieldValues;
import org.mdmhub.record.Finding;
import org.mdmhub.request.Proposal;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;

/** A toy kind of setting: all that the road needs to know of one. */
@Component
class HouseRule implements Proposal {

    static final String TYPE = "house-rules";

    private final Settings settings;

    HouseRule(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int version(String key) {
        return settings.find(TYPE, key).map(Setting::version).orElse(0);
    }

    @Override
    public FieldValues now(String key) {
        return settings.find(TYPE, key)
                .map(setting -> FieldValues.of(setting.content()))
                .orElse(FieldValues.none());
    }

    @Override
    public List<Finding> check(String key, FieldValues before, FieldValues after) {
        return after.text("name") == null ? List.of(Finding.error("/fields/name", "required")) : List.of();
    }

    @Override
    public void apply(String key, FieldValues after, Instant now) {
        settings.put(TYPE, key, after.asMap(), now);
    }

    @Override
    public void retire(String key, Instant now) {
        settings.retire(TYPE, key, now);
    }
}
