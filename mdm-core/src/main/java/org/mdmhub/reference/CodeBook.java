package org.mdmhub.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mdmhub.reference.CodeTable.StoredAs;

/** A code table as it is read: found, searched and understood. Immutable. */
public final class CodeBook {

    /** What 江苏 may be short of: a division is called by its name without its kind. */
    private static final Pattern KIND = Pattern.compile("省|市|区|县|盟|旗|地区|林区|新区|矿区|特别行政区|.{0,9}自治[区州县旗]");

    private static final int EXACT = 0;
    private static final int BEGINS = 1;
    private static final int CONTAINS = 2;
    private static final int NOT = 3;

    private final CodeTable table;
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, List<String>> terms = new HashMap<>();
    private final Map<String, List<Code>> stored = new HashMap<>();
    private final Map<String, Integer> levels = new HashMap<>();

    CodeBook(CodeTable table, List<CodeEntry> entries) {
        this.table = table;
        for (CodeEntry entry : entries) {
            Code code = entry.read();
            codes.put(code.code(), code);
            terms.put(code.code(), entry.terms());
            stored.computeIfAbsent(stored(code), value -> new ArrayList<>(1)).add(code);
        }
        codes.values().forEach(code -> levels.put(code.code(), depth(code)));
    }

    private int depth(Code code) {
        int depth = 1;
        for (Code at = code; at != null && depth <= codes.size(); depth++) {
            at = at.parent() == null ? null : codes.get(at.parent());
        }
        return depth - 1;
    }

    /**
     * Which entries are meant.
     *
     * @param level distance from the top, which is 1; 0 for all
     * @param parents codes of the entries above, null for any
     * @param day on which they may be used, null for whenever
     */
    public record Part(
            int level,
            @Nullable Set<String> parents,
            @Nullable LocalDate day) {

        public static Part all() {
            return new Part(0, null, null);
        }

        public static Part on(LocalDate day) {
            return new Part(0, null, day);
        }
    }

    public CodeTable table() {
        return table;
    }

    /** All entries in their order. */
    public Collection<Code> codes() {
        return List.copyOf(codes.values());
    }

    public Optional<Code> find(@Nullable String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** What a master holds of an entry. */
    public String stored(Code code) {
        return table.storedAs() == StoredAs.NAME ? code.nameZh() : code.code();
    }

    /** Whether a value is an entry's code, or what a master holds of one. */
    public boolean holds(String value) {
        return find(value).isPresent() || !holding(value, Part.all()).isEmpty();
    }

    /** The entries that a master's value may stand for: one, or several of the same name in different places. */
    public List<Code> holding(String value, Part part) {
        return stored.getOrDefault(value, List.of()).stream()
                .filter(within(part))
                .toList();
    }

    /** Distance from the top, which is 1. */
    public int level(Code code) {
        return levels.getOrDefault(code.code(), 1);
    }

    /** Codes of the entries of a level that a value stands for, by its code or as a master holds it. */
    public Set<String> standingFor(String value, int level) {
        Set<String> found = holding(value, new Part(level, null, null)).stream()
                .map(Code::code)
                .collect(Collectors.toSet());
        find(value).filter(code -> level == 0 || level(code) == level).ifPresent(code -> found.add(code.code()));
        return found;
    }

    /** Whether there is anything to choose there at all. */
    public boolean has(Part part) {
        return codes.values().stream().anyMatch(within(part));
    }

    /** Found by code, name, pinyin or initials: what is it first, then what begins so, then what has it inside. */
    public List<Code> search(String words, Part part, int limit) {
        String folded = Code.fold(words);
        return codes.values().stream()
                .filter(within(part))
                .filter(code -> likeness(code, folded) < NOT)
                .sorted(Comparator.comparingInt(code -> likeness(code, folded)))
                .limit(limit)
                .toList();
    }

    private int likeness(Code code, String folded) {
        int best = folded.isEmpty() ? EXACT : NOT;
        for (String term : terms.getOrDefault(code.code(), List.of())) {
            int here = term.equals(folded)
                    ? EXACT
                    : term.startsWith(folded) ? BEGINS : term.contains(folded) ? CONTAINS : NOT;
            best = Math.min(best, here);
        }
        return best;
    }

    /** The one entry that somebody means who typed its code, a name of it, both, or a division without its kind. */
    public Optional<Code> meant(String typed, Part part) {
        String folded = Code.fold(typed);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        return only(code -> Code.fold(code.code()).equals(folded), part)
                .or(() -> only(code -> names(code, folded), part))
                .or(() -> only(code -> isShort(folded, Code.fold(code.nameZh())), part));
    }

    private Optional<Code> only(Predicate<Code> wanted, Part part) {
        List<Code> found = codes.values().stream()
                .filter(wanted)
                .filter(within(part))
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean names(Code code, String folded) {
        String own = Code.fold(code.code());
        String english = Code.fold(code.name());
        String chinese = Code.fold(code.nameZh());
        return folded.equals(english)
                || folded.equals(chinese)
                || folded.equals(own + english)
                || folded.equals(own + chinese);
    }

    private boolean isShort(String folded, String name) {
        return table.storedAs() == StoredAs.NAME
                && folded.length() > 1
                && name.startsWith(folded)
                && KIND.matcher(name.substring(folded.length())).matches();
    }

    private Predicate<Code> within(Part part) {
        return code -> (part.level() == 0 || level(code) == part.level())
                && (part.parents() == null
                        || (code.parent() != null && part.parents().contains(code.parent())))
                && (part.day() == null || code.isValid(part.day()));
    }
}
