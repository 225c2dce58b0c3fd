package org.mdmhub.web.rule;

import java.util.List;
import java.util.Locale;
import org.mdmhub.quality.rule.RuleBook;
import org.mdmhub.record.Finding;
import org.mdmhub.setting.Setting;
import org.springframework.stereotype.Component;

/** The form of a rule, new or present. */
@Component
class RuleForms {

    private static final int MOST_OF_A_KIND = 1000;

    private final RuleFields fields;
    private final RuleBook book;

    RuleForms(RuleFields fields, RuleBook book) {
        this.fields = fields;
        this.book = book;
    }

    /**
     * The form as its template shows it.
     *
     * @param key of the rule that is changed, empty for a new one
     * @param version of the rule that is changed, 0 for a new one
     */
    record Sheet(String key, int version, RuleFields.Parts parts) {

        public boolean fresh() {
            return key.isEmpty();
        }
    }

    Sheet sheet(String key, RuleForm form, List<Finding> findings) {
        boolean known = version(key) > 0;
        return new Sheet(known ? key : "", version(key), fields.parts(form, findings));
    }

    int version(String key) {
        return book.find(key).map(RuleBook.Entry::setting).map(Setting::version).orElse(0);
    }

    /** A key that tells what the rule is about and that no other rule has. */
    String freeKey(RuleForm form) {
        String name = String.join(".", form.text("type"), form.text("field"), form.text("check"));
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "").toLowerCase(Locale.ROOT);
        for (int i = 1; i < MOST_OF_A_KIND; i++) {
            String key = i == 1 ? plain : plain + "." + i;
            if (version(key) == 0) {
                return key;
            }
        }
        return plain + "." + System.nanoTime();
    }
}
