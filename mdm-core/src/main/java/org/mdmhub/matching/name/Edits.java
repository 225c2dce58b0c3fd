package org.mdmhub.matching.name;

/** Distances between short texts. */
final class Edits {

    private Edits() {}

    /** Insertions, deletions, exchanges of one character and of two neighbours; more than 2 is told as 3. */
    static int distance(String one, String other) {
        int n = one.length();
        int m = other.length();
        if (Math.abs(n - m) > 2) {
            return 3;
        }
        int[][] rows = new int[3][m + 1];
        for (int j = 0; j <= m; j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= n; i++) {
            int[] row = rows[i % 3];
            int[] above = rows[(i + 2) % 3];
            int[] beforeThat = rows[(i + 1) % 3];
            row[0] = i;
            for (int j = 1; j <= m; j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int best = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    best = Math.min(best, beforeThat[j - 2] + 1);
                }
                row[j] = best;
            }
        }
        return Math.min(rows[n % 3][m], 3);
    }

    /** Whether two neighbours have changed places and nothing else differs. */
    static boolean swapped(String one, String other) {
        int last = one.length() - 1;
        if (last != other.length() - 1) {
            return false;
        }
        int at = 0;
        while (at < last && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at < last
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.regionMatches(at + 2, other, at + 2, last - at - 1);
    }

    /** Share of pairs of neighbours that both have, from 0 to 1; of single characters where one is too short. */
    static double dice(String one, String other) {
        if (one.length() < 2 || other.length() < 2) {
            return one.equals(other) ? 1 : 0;
        }
        int found = 0;
        boolean[] used = new boolean[other.length()];
        for (int i = 1; i < one.length(); i++) {
            for (int j = 1; j < other.length(); j++) {
                if (!used[j] && one.charAt(i) == other.charAt(j) && one.charAt(i - 1) == other.charAt(j - 1)) {
                    used[j] = true;
                    found++;
                    break;
                }
            }
        }
        return 2.0 * found / (one.length() + other.length() - 2);
    }
}
