package org.mdmhub.quality.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Regular expressions in linear time (RE2), of bounded size. */
final class Patterns {

    static final int MAX_LENGTH = 500;
    static final int MAX_SIZE = 5000;

    private Patterns() {}

    static Pattern compile(String text) throws Wrong {
        if (text.length() > MAX_LENGTH) {
            throw new Wrong("longer than " + MAX_LENGTH);
        }
        if (size(text) > MAX_SIZE) {
            // a repeat inside a repeat is written out when it is compiled, and could fill the memory
            throw new Wrong("too large");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new Wrong(String.valueOf(e.getMessage()));
        }
    }

    /** How large it gets with its repeats written out, roughly and never too little. */
    private static double size(String text) {
        Deque<Double> open = new ArrayDeque<>();
        double sum = 0;
        double last = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                open.push(sum);
                sum = 0;
                last = 0;
            } else if (c == ')' && !open.isEmpty()) {
                last = sum + 2;
                sum = open.pop() + last;
            } else if (c == '{' && Character.isDigit(i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                double repeated = last * repeats(text, i + 1);
                sum += repeated - last;
                last = repeated;
            } else {
                i = end(text, i);
                last = 1;
                sum++;
            }
        }
        return sum + open.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The last character of an escape or a class that begins here. */
    private static int end(String text, int start) {
        if (text.charAt(start) == '\\') {
            return start + 1;
        }
        int close = text.charAt(start) == '[' ? text.indexOf(']', start + 2) : -1;
        return Math.max(start, close);
    }

    /** The greatest number in {@code {n,m}}. */
    private static double repeats(String text, int start) {
        double most = 1;
        double number = 0;
        for (int i = start; i < text.length() && text.charAt(i) != '}'; i++) {
            number = Character.isDigit(text.charAt(i)) ? number * 10 + Character.digit(text.charAt(i), 10) : 0;
            most = Math.max(most, number);
        }
        return most;
    }
}
