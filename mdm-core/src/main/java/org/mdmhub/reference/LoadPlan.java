package org.mdmhub.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * What a sheet would do to a table.
 *
 * @param unchanged how many of its rows say what stands there already
 * @param wrong what is wrong with it; then nothing of it is taken
 */
public record LoadPlan(List<Line> fresh, List<Line> changed, List<Line> ended, int unchanged, List<Wrong> wrong) {

    /** Messages at most that one sheet gets. */
    private static final int MOST_WRONG = 200;

    /**
     * An entry that it touches.
     *
     * @param was what stood there, empty for a new one
     * @param now what will
     */
    public record Line(String code, String name, String was, String now) {}

    /** What is wrong in a line; its words stand under {@code sheet.CODE}. */
    public record Wrong(int line, String code, String value) {}

    static LoadPlan empty() {
        return new LoadPlan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0, new ArrayList<>());
    }

    LoadPlan unchanged(int count) {
        return new LoadPlan(fresh, changed, ended, count, wrong);
    }

    void wrong(int line, String code, String value) {
        if (wrong.size() < MOST_WRONG) {
            wrong.add(new Wrong(line, code, value));
        }
    }

    public boolean isGood() {
        return wrong.isEmpty();
    }

    public boolean doesNothing() {
        return fresh.isEmpty() && changed.isEmpty() && ended.isEmpty();
    }
}
