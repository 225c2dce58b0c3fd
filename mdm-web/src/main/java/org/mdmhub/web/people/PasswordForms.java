package org.mdmhub.web.people;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mdmhub.web.api.Texts;
import org.mdmhub.web.layout.FormField;
import org.mdmhub.web.layout.FormField.Input;
import org.mdmhub.web.security.PasswordPolicy;
import org.springframework.stereotype.Component;

/** Forms in which somebody chooses a password. What was typed into them is never sent back. */
@Component
class PasswordForms {

    private final Texts texts;

    PasswordForms(Texts texts) {
        this.texts = texts;
    }

    /** The old one, the new one, and the new one again. */
    record Change(
            @Nullable String old,
            @Nullable String password,
            @Nullable String again) {

        boolean isRepeated() {
            return Objects.equals(password, again);
        }
    }

    List<FormField> change() {
        return refused(null, null, true);
    }

    /** @param old and {@code fresh} what is wrong, as message keys; null where nothing is */
    List<FormField> refused(@Nullable String old, @Nullable String fresh, boolean repeated) {
        FormField current = FormField.of(Input.PASSWORD, "old", texts.of("password.old"), "")
                .must()
                .filledAs("current-password");
        return List.of(marked(current, old), chosen(fresh), again(repeated));
    }

    /** The new one and the new one again. */
    List<FormField> choice(@Nullable String wrong, boolean repeated) {
        return List.of(chosen(wrong), again(repeated));
    }

    private FormField chosen(@Nullable String wrong) {
        FormField field = FormField.of(Input.PASSWORD, "password", texts.of("password.new"), "")
                .must()
                .filledAs("new-password")
                .hinted(texts.of("password.hint", PasswordPolicy.SHORTEST));
        return marked(field, wrong);
    }

    private FormField again(boolean repeated) {
        FormField field = FormField.of(Input.PASSWORD, "again", texts.of("password.again"), "")
                .must()
                .filledAs("new-password");
        return repeated ? field : field.wrong(texts.of("password.wrong.again"));
    }

    private FormField marked(FormField field, @Nullable String wrong) {
        return wrong == null ? field : field.wrong(texts.of(wrong, PasswordPolicy.SHORTEST, PasswordPolicy.LONGEST));
    }
}
