package org.mdmhub.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.OncePerTransaction;
import org.mdmhub.organisation.Role;
import org.mdmhub.record.FieldValues;
import org.mdmhub.setting.Setting;
import org.mdmhub.setting.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All policies that were approved, each read once until one of them changes, on whatever node. */
@Component
public class PolicyBook {

    /** Name of this kind of setting. */
    public static final String TYPE = "policies";

    private final Settings settings;
    private final OncePerTransaction<String, List<Entry>> read = new OncePerTransaction<>();
    private volatile Known kept = new Known(List.of(), List.of());

    PolicyBook(Settings settings) {
        this.settings = settings;
    }

    private record Known(List<Setting> settings, List<Entry> entries) {}

    /**
     * A policy that was approved.
     *
     * @param policy null where its content can no longer be read
     */
    public record Entry(Setting setting, @Nullable Policy policy) {}

    /** All of them, by key. */
    @Transactional(readOnly = true)
    public List<Entry> all() {
        return read.get(TYPE, this::current);
    }

    @Transactional(readOnly = true)
    public Optional<Entry> find(String key) {
        return all().stream().filter(entry -> entry.setting().key().equals(key)).findFirst();
    }

    /** What holds: one that can no longer be read asks a lead for everything, so that it lets nothing through. */
    List<Policy> policies() {
        return all().stream()
                .map(entry -> {
                    Policy policy = entry.policy();
                    return policy == null ? unreadable(entry.setting().key()) : policy;
                })
                .toList();
    }

    private static Policy unreadable(String key) {
        Requirement lead = new Requirement(1, List.of(Role.LEAD), List.of(), 1, null, List.of());
        return new Policy(
                key,
                key,
                "",
                null,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                true,
                false,
                false,
                List.of(lead));
    }

    /** They are others now; this transaction has changed them itself. */
    void forget() {
        read.forget();
    }

    private List<Entry> current(String type) {
        List<Setting> now = settings.all(type);
        Known known = kept;
        // the store gives the same list until a setting changes
        if (known.settings() != now) {
            known = new Known(now, now.stream().map(PolicyBook::entry).toList());
            kept = known;
        }
        return known.entries();
    }

    private static Entry entry(Setting setting) {
        return new Entry(
                setting, PolicyContent.read(setting.key(), FieldValues.of(setting.content()), new ArrayList<>()));
    }
}
