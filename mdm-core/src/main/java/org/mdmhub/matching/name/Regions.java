package org.mdmhub.matching.name;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.reference.Divisions;
import org.mdmhub.reference.WordList;

/** Names of divisions at the front of a Chinese name: 浙江省杭州市, 深圳, 上海. */
final class Regions {

    private static final List<String> PEOPLES = WordList.read("/matching/peoples.txt");
    private static final List<String> SIGNS =
            List.of("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "新区", "省", "市", "区", "县", "盟", "旗");
    private static final List<String> TOWNS = List.of("镇", "乡", "街道");
    private static final Set<String> BRANDS = new HashSet<>(WordList.read("/matching/places-that-are-brands.txt"));
    private static final int LONGEST = 12;
    private static final int SHORTEST = 2;
    private static final int NATION = 0;
    private static final int PROVINCE = 1;
    private static final int CITY = 2;
    private static final int COUNTY = 3;

    /** Places by their names with and without a sign. */
    private static final Map<String, Place> PLACES = new HashMap<>();

    /** By stem and province the name of the first place that is called so. */
    private static final Map<String, String> OWNERS = new HashMap<>();

    /**
     * A place, or several of one name.
     *
     * @param stem the name without its sign
     * @param rank of the widest of them
     * @param leads whether the words tell the place where nothing wider stands before them
     * @param signed whether the words have the sign
     * @param provinces in which such a place is
     */
    record Place(String stem, int rank, boolean leads, boolean signed, Set<String> provinces) {

        /** Whether it may follow another place in a name: 浙江杭州, but not 浙江凤凰, which is in 湖南. */
        private boolean follows(Place wider) {
            if (signed || wider.rank == NATION && rank < COUNTY) {
                return rank != NATION;
            }
            return provinces.stream().anyMatch(wider.provinces::contains);
        }
    }

    static {
        List.of("中国", "中华").forEach(name -> put(name, NATION, true, name));
        List.of("香港", "澳门", "台湾", "香港特别行政区", "澳门特别行政区", "台湾省").forEach(name -> put(name, PROVINCE, true, name));
        for (String province : Divisions.provinces()) {
            put(province, PROVINCE, true, province);
            for (String city : Divisions.cities(province)) {
                put(city, CITY, true, province);
                Divisions.districts(province, city)
                        .forEach(district -> put(district, COUNTY, !district.endsWith("区"), province));
            }
        }
    }

    private Regions() {}

    private static void put(String name, int rank, boolean leads, String province) {
        String stem = stem(name);
        String owner = OWNERS.putIfAbsent(stem + "/" + province, name);
        if (owner != null && !owner.equals(name)) {
            // 长沙县 beside 长沙市, 吉林市 in 吉林省: only the sign tells them apart
            merge(name, new Place(name, rank, true, true, Set.of(province)));
            return;
        }
        merge(name, new Place(stem, rank, true, !stem.equals(name), Set.of(province)));
        if (stem.length() >= SHORTEST && !stem.equals(name)) {
            merge(stem, new Place(stem, rank, leads && !BRANDS.contains(stem), false, Set.of(province)));
            if (name.endsWith("自治州") || name.endsWith("自治县")) {
                String usual = stem + name.charAt(name.length() - 1);
                merge(usual, new Place(stem, rank, true, true, Set.of(province)));
            }
        }
    }

    private static void merge(String words, Place place) {
        PLACES.merge(words, place, (one, other) -> {
            Set<String> provinces = new HashSet<>(one.provinces);
            provinces.addAll(other.provinces);
            return new Place(
                    one.stem,
                    Math.min(one.rank, other.rank),
                    one.leads || other.leads,
                    one.signed,
                    Set.copyOf(provinces));
        });
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
        Place place = PLACES.get(words);
        return place == null ? "" : place.stem;
    }

    /** The same, or what is left of words that are no place that is known. */
    static String placeOrStem(String words) {
        String place = place(words);
        return place.isEmpty() ? stem(words) : place;
    }

    /** Cuts the places at the front, the widest first; where what is left begins. */
    static int cut(String text, List<String> into) {
        Place wider = null;
        int from = 0;
        while (true) {
            int length = length(text, from, wider);
            String words = text.substring(from, from + length);
            Place place = PLACES.get(words);
            if (place == null) {
                int town = wider == null ? 0 : town(text, from);
                if (town > 0) {
                    into.add(text.substring(from, from + town).replaceAll("(镇|乡|街道)$", ""));
                }
                return from + town;
            }
            into.add(place.stem);
            wider = place;
            from += length;
        }
    }

    private static int length(String text, int from, @Nullable Place wider) {
        for (int length = Math.min(LONGEST, text.length() - from - SHORTEST); length >= SHORTEST; length--) {
            Place place = PLACES.get(text.substring(from, from + length));
            if (place != null && (wider == null ? place.leads : place.follows(wider))) {
                return length;
            }
        }
        return 0;
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
}
