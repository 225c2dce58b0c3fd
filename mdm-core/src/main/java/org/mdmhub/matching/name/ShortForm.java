package org.mdmhub.matching.name;

/**
 * Whether a Chinese name is a short form of another: its characters stand in the other in their order, best at the beginnings
 * of region, brand and industry words, as 邵阳液压 of 邵阳维克液压股份有限公司.
 */
final class ShortForm {

    private static final double FOLLOWS = 1;
    private static final double BEGINS = 0.9;
    private static final double INSIDE = 0.35;
    private static final double MISSING = -1000;
    private static final double BRAND_WEIGHT = 0.35;
    private static final int LONGEST = 12;

    private ShortForm() {}

    /** 0 where it is none, up to 1 where it is brand and industry themselves. */
    static double quality(CompanyName shorter, CompanyName longer) {
        String text = shorter.core();
        if (text.length() < 2
                || text.length() > LONGEST
                || text.length() >= longer.core().length() + 2) {
            return 0;
        }
        String region = longer.region().replace(" ", "");
        if (region.contains(text)) {
            // a place alone names nobody
            return 0;
        }
        String whole = region + longer.heart();
        boolean[] begins = new boolean[whole.length()];
        begin(longer.region(), 0, begins);
        begin(longer.brand(), region.length(), begins);
        begin(longer.industry(), region.length() + longer.brand().length(), begins);
        double inside = longer.core().contains(text) ? text.length() * FOLLOWS : 0;
        double aligned = Math.max(
                align(text, whole, begins),
                Math.max(
                        inside,
                        align(text, longer.core(), new boolean[longer.core().length()])));
        if (aligned <= 0) {
            return 0;
        }
        return (1 - BRAND_WEIGHT) * aligned / text.length() + BRAND_WEIGHT * shared(text, longer.brand());
    }

    private static void begin(String words, int from, boolean[] begins) {
        int at = from;
        boolean start = true;
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) == ' ') {
                start = true;
            } else {
                begins[at++] = start;
                start = false;
            }
        }
    }

    /** The best sum over all ways to find the characters in their order; nothing where one is missing. */
    private static double align(String text, String whole, boolean[] begins) {
        double[] before = new double[whole.length() + 1];
        double[] now = new double[whole.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            double best = i == 0 ? 0 : MISSING;
            for (int j = 0; j < whole.length(); j++) {
                double follows = i > 0 && j > 0 ? before[j - 1] + FOLLOWS : MISSING;
                double jumps = best + (begins[j] ? BEGINS : INSIDE);
                now[j] = text.charAt(i) == whole.charAt(j) ? Math.max(follows, jumps) : MISSING;
                best = i == 0 ? 0 : Math.max(best, before[j]);
            }
            double[] swap = before;
            before = now;
            now = swap;
        }
        double best = MISSING;
        for (int j = 0; j < whole.length(); j++) {
            best = Math.max(best, before[j]);
        }
        return best;
    }

    /** Which part of the brand stands in the text. */
    private static double shared(String text, String brand) {
        int found = 0;
        int from = 0;
        for (int i = 0; i < brand.length(); i++) {
            int at = text.indexOf(brand.charAt(i), from);
            if (at >= 0) {
                found++;
                from = at + 1;
            }
        }
        return brand.isEmpty() ? 0 : (double) found / brand.length();
    }
}
