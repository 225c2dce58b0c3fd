package org.mdmhub.customer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mdmhub.customer.InvoiceLabels.Label;

/**
 * Reads a block of invoice details (开票信息) as people send it around: seven facts in any order, with a label each, two under
 * one label, or without labels, on lines or in one, between words that belong to none of them.
 */
final class InvoiceBlock {

    /** What such a block tells. */
    enum Part {
        NAME,
        TAX_ID,
        ADDRESS,
        PHONE,
        BANK,
        ACCOUNT,
        EMAIL
    }

    /**
     * A fact.
     *
     * @param value without blanks inside numbers
     * @param piece the piece of the text that it was read from, with its label
     */
    record Fact(String value, String piece) {}

    private static final String ENDS = "[\\s\\p{Z},，;；。、:：|/]";
    private static final Pattern TRIM = Pattern.compile("^" + ENDS + "+|" + ENDS + "+$");

    /** As it was written. */
    private final String text;
    /** Sign for sign the same in half width. */
    private final String plain;

    private final Map<Part, Fact> told = new EnumMap<>(Part.class);
    /** Known by their looks alone; a label counts more. */
    private final Set<Part> guessed = EnumSet.noneOf(Part.class);

    private final List<String> unread = new ArrayList<>();

    private InvoiceBlock(String text) {
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        this.plain = halfWidth(this.text);
    }

    /** What the block tells; parts of which it says nothing are left out. */
    static Map<Part, Fact> read(String text) {
        return whole(text).told;
    }

    /** Lines of which nothing was read. */
    static List<String> unread(String text) {
        return whole(text).unread;
    }

    private static InvoiceBlock whole(String text) {
        InvoiceBlock block = new InvoiceBlock(text);
        List<Label> labels = InvoiceLabels.in(block.plain);
        block.bare(0, labels.isEmpty() ? block.plain.length() : labels.get(0).start());
        for (int i = 0; i < labels.size(); i++) {
            Label next = InvoiceLabels.after(labels, i);
            block.labelled(labels.get(i), next == null ? block.plain.length() : next.start());
        }
        return block;
    }

    /** The first line behind a label that holds something is its value; what follows stands for itself. */
    private void labelled(Label label, int end) {
        int from = label.end();
        while (from < end && !plain.substring(from, end).isBlank() && lineEnd(from, end) == from) {
            from++;
        }
        int to = lineEnd(from, end);
        if (plain.substring(from, to).isBlank() && to < end) {
            from = to + 1;
            to = lineEnd(from, end);
        }
        if (label.parts().isEmpty()) {
            note(label.start(), to);
        } else if (label.parts().size() > 1) {
            both(label, from, to);
        } else {
            one(label.parts().get(0), label.start(), from, to);
        }
        bare(Math.min(to, end), end);
    }

    private int lineEnd(int from, int end) {
        int line = plain.indexOf('\n', from);
        return line < 0 || line > end ? end : line;
    }

    private void both(Label label, int from, int to) {
        Part first = label.parts().get(0);
        Part second = label.parts().get(1);
        if (!split(ending(second), first, second, label.start(), from, to)) {
            boolean number = trimmed(plain.substring(from, to)).matches("[\\d() -]{7,}");
            one(number ? second : first, label.start(), from, to);
        }
    }

    private static Pattern ending(Part second) {
        return second == Part.PHONE ? InvoiceLooks.PHONE_AT_END : InvoiceLooks.ACCOUNT_AT_END;
    }

    private void one(Part part, int piece, int from, int to) {
        boolean first = part == Part.ADDRESS || part == Part.BANK;
        Part second = part == Part.ADDRESS ? Part.PHONE : Part.ACCOUNT;
        if (first && split(ending(second), part, second, piece, from, to)) {
            return;
        }
        int[] within = InvoiceLooks.within(part, plain.substring(from, to));
        tell(part, from + within[0], from + within[1], piece);
    }

    /** Two facts in one piece, the second at its end. */
    private boolean split(Pattern ending, Part first, Part second, int piece, int from, int to) {
        Matcher both = ending.matcher(plain.substring(from, to).replaceFirst(ENDS + "+$", ""));
        if (!both.matches() || both.group(1).isBlank()) {
            return false;
        }
        tell(first, from, from + both.end(1), piece);
        tell(second, from + both.start(2), from + both.end(2), piece);
        return true;
    }

    /** Lines without a label are known by their looks, whole or what stands between signs. */
    private void bare(int from, int end) {
        for (int at = from; at < end; ) {
            int to = lineEnd(at, end);
            if (!known(at, to)) {
                pieces(at, to);
            }
            at = to + 1;
        }
    }

    private void pieces(int from, int to) {
        int at = from;
        for (int i = from; i <= to; i++) {
            if (i == to || ";,|\t ".indexOf(plain.charAt(i)) >= 0) {
                if (!known(at, i)) {
                    note(at, i);
                }
                at = i + 1;
            }
        }
    }

    private boolean known(int from, int to) {
        String line = trimmed(plain.substring(from, to));
        if (line.isEmpty()) {
            return true;
        }
        if (InvoiceLooks.isTaxId(line) && !told.containsKey(Part.TAX_ID)) {
            return tell(Part.TAX_ID, from, to, from);
        }
        if (InvoiceLooks.EMAIL.matcher(line).matches()) {
            return tell(Part.EMAIL, from, to, from);
        }
        if (InvoiceLooks.PHONE.matcher(line).matches()) {
            return tell(Part.PHONE, from, to, from);
        }
        if (InvoiceLooks.ACCOUNT.matcher(line).matches()
                && line.replaceAll("\\D", "").length() > 9) {
            return tell(Part.ACCOUNT, from, to, from);
        }
        if (InvoiceLooks.isName(line) && !told.containsKey(Part.NAME)) {
            return tell(Part.NAME, from, to, from);
        }
        if (InvoiceLooks.isBank(line) && !line.matches(".*[,;|].*[,;|].*")) {
            return split(InvoiceLooks.ACCOUNT_AT_END, Part.BANK, Part.ACCOUNT, from, from, to)
                    || tell(Part.BANK, from, to, from);
        }
        return InvoiceLooks.isPlace(line)
                && !line.matches(".*[;|].*")
                && (split(InvoiceLooks.PHONE_AT_END, Part.ADDRESS, Part.PHONE, from, from, to)
                        || tell(Part.ADDRESS, from, to, from));
    }

    /** The first word counts, but for one that was only guessed. */
    private boolean tell(Part part, int from, int to, int piece) {
        String value = trimmed(text.substring(from, to));
        if (part == Part.TAX_ID || part == Part.ACCOUNT) {
            value = trimmed(plain.substring(from, to)).replaceAll("[ -]", "");
        }
        boolean guess = piece == from;
        boolean free = !told.containsKey(part) || (!guess && guessed.contains(part));
        if (!value.isEmpty() && free) {
            told.put(part, new Fact(value, trimmed(text.substring(piece, to)).replaceAll("\\s+", " ")));
            guessed.remove(part);
            if (guess) {
                guessed.add(part);
            }
        }
        return !value.isEmpty();
    }

    private void note(int from, int to) {
        String left = trimmed(text.substring(from, to)).replaceAll("\\s+", " ");
        if (!left.isEmpty()) {
            unread.add(left);
        }
    }

    private static String trimmed(String text) {
        return TRIM.matcher(text).replaceAll("");
    }

    private static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(sign -> plain.append(halfWidth((char) sign)));
        return plain.toString();
    }

    private static char halfWidth(char sign) {
        boolean blank = sign == '\u3000' || sign == '\u00A0' || sign == '\u200B' || sign == '\uFEFF';
        boolean wide = sign >= '\uFF01' && sign <= '\uFF5E';
        return blank ? ' ' : wide ? (char) (sign - 0xFEE0) : sign;
    }
}
