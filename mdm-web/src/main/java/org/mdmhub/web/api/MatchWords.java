package org.mdmhub.web.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.matching.Evidence;
import org.mdmhub.matching.WrittenForm;
import org.springframework.stereotype.Component;

/** Why two things may be the same, in a sentence of the reader's language. */
@Component
public class MatchWords {

    private static final int TOLD = 4;
    // the number behind levels of one kind, as in alike85
    private static final Pattern STEP = Pattern.compile("\\d+$");
    private static final Pattern LETTER_BEHIND_LINE = Pattern.compile("_([a-z])");
    private static final String NAME = "name";
    // stands beside the name itself, and says in a sentence nothing more
    private static final String NAME_WORDS = "nameWords";
    private static final String LEGAL_FORM = "legalForm";

    private final Texts texts;
    private final FieldNames fields;

    MatchWords(Texts texts, FieldNames fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /**
     * One sentence of at most four clauses, the strongest first, whether it speaks for a likeness or against it; null
     * where nothing may be told, empty where there is nothing to tell.
     *
     * @param one name of the one, null where it is not known
     * @param other name of the other, null where it is not known
     */
    public @Nullable String sentence(
            String type, @Nullable List<Evidence> evidence, @Nullable String one, @Nullable String other) {
        return evidence == null
                ? null
                : capital(evidence.stream()
                        .filter(said -> !said.field().equals(NAME_WORDS))
                        .sorted(Comparator.comparingDouble((Evidence said) -> -Math.abs(said.weight())))
                        .limit(TOLD)
                        .map(said ->
                                isForm(said) && one != null && other != null ? forms(one, other) : within(type, said))
                        .collect(Collectors.joining(texts.of("match.and"))));
    }

    /** What one field says, by itself; of what no model says any more only whether it spoke for a likeness. */
    public String clause(String type, Evidence said) {
        return capital(within(type, said));
    }

    private String within(String type, Evidence said) {
        String level = STEP.matcher(plain(said.level())).replaceAll("");
        String step = said.level().replaceAll("\\D", "");
        String own = "match." + said.field() + "." + level;
        String common = "match.level." + level;
        String label = inside(fields.of(type, said.field()));
        String key = knows(own) ? own : knows(common) ? common : said.weight() > 0 ? "match.for" : "match.against";
        return texts.of(key, label, step);
    }

    /** A level that is named like a constant reads like any other. */
    private static String plain(String level) {
        return level.matches("[A-Z_]+")
                ? LETTER_BEHIND_LINE
                        .matcher(level.toLowerCase(Locale.ROOT))
                        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT))
                : level;
    }

    private boolean knows(String key) {
        return !texts.or(key, "").isEmpty();
    }

    private static boolean isForm(Evidence said) {
        return said.field().equals(NAME) && plain(said.level()).equals(LEGAL_FORM);
    }

    /** Which legal forms they are, as they are written. */
    private String forms(String one, String other) {
        String here = WrittenForm.of(one).orElse("");
        String there = WrittenForm.of(other).orElse("");
        if (here.isEmpty() && there.isEmpty()) {
            return texts.of("match.name.legalForm");
        }
        return here.isEmpty() || there.isEmpty()
                ? texts.of("match.name.oneForm", here + there)
                : texts.of("match.name.twoForms", here, there);
    }

    /** A label inside a sentence: a small letter, but for abbreviations. */
    private static String inside(String label) {
        boolean word = label.length() > 1 && !Character.isUpperCase(label.charAt(1));
        return word ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }

    private static String capital(String sentence) {
        if (sentence.isEmpty()) {
            return sentence;
        }
        int first = sentence.offsetByCodePoints(0, 1);
        return sentence.substring(0, first).toUpperCase(Locale.ROOT) + sentence.substring(first);
    }
}
