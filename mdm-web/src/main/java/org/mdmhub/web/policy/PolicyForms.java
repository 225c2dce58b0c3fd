package org.mdmhub.web.policy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.mdmhub.policy.PolicyBook;
import org.mdmhub.record.Finding;
import org.mdmhub.setting.Setting;
import org.mdmhub.web.api.Texts;
import org.springframework.stereotype.Component;

/** The form of a policy, new or present. */
@Component
class PolicyForms {

    private static final int MOST_OF_A_NAME = 1000;
    private static final int LONGEST_KEY = 60;

    private final PolicyFields fields;
    private final PolicyBook book;
    private final Texts texts;

    PolicyForms(PolicyFields fields, PolicyBook book, Texts texts) {
        this.fields = fields;
        this.book = book;
        this.texts = texts;
    }

    /**
     * The form as its template shows it.
     *
     * @param key of the policy that is changed, empty for a new one
     * @param version of the policy that is changed, 0 for a new one
     * @param said what is said of nothing that the form shows
     */
    record Sheet(String key, int version, PolicyFields.Parts parts, List<String> said) {

        public boolean fresh() {
            return key.isEmpty();
        }
    }

    Sheet sheet(String key, PolicyForm form, List<Finding> findings) {
        int version = version(key);
        PolicyFields.Parts parts = fields.parts(form, findings);
        List<String> said = new PolicySaid(form, findings, texts).elsewhere(parts.all());
        return new Sheet(version > 0 ? key : "", version, parts, said);
    }

    int version(String key) {
        return book.find(key)
                .map(PolicyBook.Entry::setting)
                .map(Setting::version)
                .orElse(0);
    }

    /** A key of the English name that no other policy has. */
    String freeKey(PolicyForm form) {
        String name = Normalizer.normalize(form.text("name"), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String plain = name.isEmpty() ? "policy" : name.substring(0, Math.min(LONGEST_KEY, name.length()));
        for (int i = 1; i < MOST_OF_A_NAME; i++) {
            String key = i == 1 ? plain : plain + "." + i;
            if (version(key) == 0) {
                return key;
            }
        }
        return plain + "." + System.nanoTime();
    }
}
