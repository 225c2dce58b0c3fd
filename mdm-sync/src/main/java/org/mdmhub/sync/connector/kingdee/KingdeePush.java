package org.mdmhub.sync.connector.kingdee;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.sync.connector.Stopped;
import org.mdmhub.sync.target.Message;
import org.mdmhub.sync.target.Outcome;

/**
 * One record on its way through Save, Submit, Audit and, where it is not active with us, Forbid. The stage that is
 * reported carries the version whose content was saved ({@code SAVED:3}), so that a newer one begins anew.
 */
final class KingdeePush {

    private static final int PAUSE_SECONDS = 5;

    /** One step after Save. */
    private interface Step {
        void take() throws Stopped;
    }

    private final KingdeeCalls calls;
    private final KingdeeForm form;
    private final Message message;
    private KingdeeState there = KingdeeState.NONE;

    KingdeePush(KingdeeCalls calls, KingdeeForm form, Message message) {
        this.calls = calls;
        this.form = form;
        this.message = message;
    }

    Outcome run() throws Stopped {
        there = KingdeeState.find(calls, form, message.code());
        String key = there.id() == null ? message.targetKey() : there.id();
        String stage = key == null ? null : reached();
        if (key == null || stage == null) {
            key = save(key);
            stage = KingdeeState.SAVED;
        }
        return finish(key, stage);
    }

    /** How far this very version has come, by what the target says where it says something. */
    private @Nullable String reached() {
        String stage = message.stage();
        if (stage == null) {
            return null;
        }
        String[] parts = stage.split(":", 2);
        boolean ours = parts.length == 1 || parts[1].equals(Integer.toString(message.version()));
        if (!ours || there.document().equals("Z")) {
            return null;
        }
        return there.id() == null ? parts[0] : Objects.requireNonNullElse(there.stage(message), KingdeeState.AUDITED);
    }

    private String save(@Nullable String key) throws Stopped {
        boolean opened = open();
        try {
            return calls.save(form, model(key), key == null ? List.of() : KingdeeFields.names(message.body()));
        } catch (Stopped stopped) {
            if (key == null && says(stopped, "编码唯一")) {
                return update(stopped);
            }
            if (opened && stopped.outcome() instanceof Outcome.Rejected) {
                closeAgain();
            }
            throw stopped;
        }
    }

    /** Somebody else's call, or our own whose answer was lost, was faster; or the query does not show it to us. */
    private String update(Stopped duplicate) throws Stopped {
        there = KingdeeState.find(calls, form, message.code());
        if (there.id() == null) {
            there = KingdeeState.of(calls.view(form, message.code()));
        }
        String key = there.id();
        if (key == null) {
            throw duplicate;
        }
        return save(key);
    }

    /** An audited record takes no changes; a submitted one can only be opened by way of the audit. */
    private boolean open() throws Stopped {
        if (there.submitted()) {
            calls.operate("Audit", form, message.code());
        }
        if (there.submitted() || there.audited()) {
            calls.operate("UnAudit", form, message.code());
            return true;
        }
        return false;
    }

    /** The new content was refused: what was valid before must not stay open. Best effort, the refusal is the news. */
    private void closeAgain() {
        try {
            calls.operate("Submit", form, message.code());
            calls.operate("Audit", form, message.code());
        } catch (Stopped ignored) {
            // the next accepted version goes through all stages anyway
        }
    }

    private Map<String, Object> model(@Nullable String key) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(form.idField, key == null ? 0 : key.matches("\\d{1,18}") ? (Object) Long.valueOf(key) : key);
        model.putAll(message.body());
        model.put("FNumber", message.code());
        return model;
    }

    private Outcome finish(String key, String from) throws Stopped {
        String code = message.code();
        Outcome open = null;
        if (from.equals(KingdeeState.SAVED)) {
            open = take(() -> calls.operate("Submit", form, code), KingdeeState.SAVED, key, "已经提交", "已提交", "已经审核");
        }
        if (open == null && !from.equals(KingdeeState.AUDITED)) {
            open = take(() -> calls.operate("Audit", form, code), KingdeeState.SUBMITTED, key, "已经审核");
        }
        if (open == null && !there.availableAs(message)) {
            String operation = there.forbidden() ? "Enable" : "Forbid";
            String already = there.forbidden() ? "未禁用" : "已经禁用";
            open = take(() -> calls.execute(operation, form, code), KingdeeState.AUDITED, key, already);
        }
        return open == null ? new Outcome.Accepted(key, null) : open;
    }

    /** Null where the step is done, now or before; else from where to go on later. */
    private @Nullable Outcome take(Step step, String stage, String key, String... doneBefore) throws Stopped {
        try {
            step.take();
            return null;
        } catch (Stopped stopped) {
            if (says(stopped, doneBefore)) {
                return null;
            }
            return new Outcome.Underway(key, stage + ":" + message.version(), later(stopped));
        }
    }

    /** When to look again; a refusal is no matter of time. */
    private static Instant later(Stopped stopped) throws Stopped {
        Instant soon = Instant.now().plusSeconds(PAUSE_SECONDS);
        Instant asked = null;
        if (stopped.outcome() instanceof Outcome.Throttled throttled) {
            asked = throttled.until();
        } else if (stopped.outcome() instanceof Outcome.Unavailable unavailable) {
            asked = unavailable.until();
        } else if (!(stopped.outcome() instanceof Outcome.Unknown)) {
            throw stopped;
        }
        return asked == null || asked.isBefore(soon) ? soon : asked;
    }

    private static boolean says(Stopped stopped, String... words) {
        return stopped.outcome() instanceof Outcome.Rejected rejected
                && rejected.refusals().stream()
                        .anyMatch(refusal -> List.of(words).stream().anyMatch(refusal.message()::contains));
    }
}
