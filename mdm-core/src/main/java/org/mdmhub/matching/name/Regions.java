package org.mdmhub.matching.name;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mdmhub.reference.Divisions;
import org.mdmhub.reference.WordList;

/** Names of divisions at the front of a Chinese name: 浙江省杭州市, 深圳, 上海. */
final class Regions {

    private static final List<String> PEOPLES = WordList.read("/matching/peoples.txt");
    private static final List<String> SIGNS =
            List.of("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "新区", "省", "市", "区", "县", "盟", "旗");
    private static final List<String> TOWNS = List.of("镇", "乡", "街道");

    /** Names as they may stand at the front of a name, with and without their sign, to the name without it. */
    private static final Map<String, String> BARE = new HashMap<>();

    /** Names that tell a place only behind another place or with their sign. */
    private static final Map<String, String> SIGNED = new HashMap<>();

    private static final Set<String> BRANDS = new HashSet<>(WordList.read("/matching/places-that-are-brands.txt"));
    private static final int LONGEST = 12;
    private static final int SHORTEST = 2;

    static {
        for (String name : List.of("中国", "中华", "香港", "澳门", "台湾", "香港特别行政区", "澳门特别行政区", "台湾省")) {
            BARE.put(name, stem(name));
        }
        for (String province : Divisions.provinces()) {
            put(province, true);
            for (String city : Divisions.cities(province)) {
                put(city, true);
                Divisions.districts(province, city).forEach(district -> put(district, !district.endsWith("区")));
            }
        }
    }

    private Regions() {}

    private static void put(String name, boolean bare) {
        String stem = stem(name);
        SIGNED.put(name, stem);
        if (stem.length() >= SHORTEST) {
            (bare && !BRANDS.contains(stem) ? BARE : SIGNED).putIfAbsent(stem, stem);
            if (bare) {
                BARE.putIfAbsent(name, stem);
            }
        }
    }

    /** The name without what says that it is a province, a city or a county: 广西壮族自治区 is 广西. */
    static String stem(String name) {
        for (String sign : SIGNS) {
            if (name.endsWith(sign) && name.length() > sign.length()) {
                return withoutPeoples(name.substring(0, name.length() - sign.length()), sign.length() > SHORTEST);
            }
        }
        return name;
    }

    private static String withoutPeoples(String name, boolean autonomous) {
        int end = name.length();
        for (String people : autonomous ? PEOPLES : List.<String>of()) {
            int at = name.indexOf(people);
            if (at > 0 && at < end) {
                end = at;
            }
        }
        return end < SHORTEST ? name : name.substring(0, end);
    }

    /** The place that these words are and nothing else, without its sign; empty where they are none. */
    static String place(String words) {
        String found = BARE.getOrDefault(words, SIGNED.getOrDefault(words, ""));
        return found.isEmpty() && words.endsWith("市") && words.length() > SHORTEST
                ? BARE.getOrDefault(words.substring(0, words.length() - 1), "")
                : found;
    }

    /** Length of the place at the front. */
    static int length(String text, int from, boolean behindPlace) {
        int stay = SHORTEST;
        for (int length = Math.min(LONGEST, text.length() - from - stay); length >= SHORTEST; length--) {
            String words = text.substring(from, from + length);
            if (BARE.containsKey(words)
                    || SIGNED.containsKey(words)
                            && (behindPlace
                                    || words.length()
                                            > SIGNED.getOrDefault(words, "").length())) {
                return length + sign(text, from + length, words);
            }
        }
        return behindPlace ? town(text, from) : 0;
    }

    /** 上海 followed by 市: the sign that the list has only in another combination. */
    private static int sign(String text, int at, String words) {
        return text.length() - at > SHORTEST && text.charAt(at) == '市' && !words.endsWith("市") ? 1 : 0;
    }

    private static int town(String text, int from) {
        for (String town : TOWNS) {
            int at = text.indexOf(town, from + SHORTEST);
            if (at >= 0 && at <= from + SHORTEST + 1 && text.length() - at - town.length() >= SHORTEST) {
                return at + town.length() - from;
            }
        }
        return 0;
    }

    static String named(String words) {
        String place = place(words);
        if (!place.isEmpty()) {
            return place;
        }
        for (String town : TOWNS) {
            if (words.endsWith(town)) {
                return words.substring(0, words.length() - town.length());
            }
        }
        return words;
    }
}
