package org.mdmhub.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mdmhub.reference.Divisions;
import org.mdmhub.reference.Divisions.Place;

/** Names of Chinese places as people write them, with what kind of division they are or without. */
final class PlaceNames {

    private static final String KIND = "(特别行政区|(壮族|回族|维吾尔)?自治区|省|市|([\\p{IsHan}]{2,}族)+自治州|地区|盟|林区)$";

    /** Names of provinces and cities, each with its province. */
    private static final List<Map.Entry<String, String>> HEADS =
            Divisions.provinces().stream().flatMap(PlaceNames::heads).toList();

    private PlaceNames() {}

    /** Whether two names are one place's; 江苏 and 江苏省 are. */
    static boolean same(String one, String other) {
        return one.equals(other) || core(one).equals(core(other));
    }

    static String core(String name) {
        String core = name.replaceFirst(KIND, "");
        return core.length() < 2 ? name : core;
    }

    /** The name in a list that is meant. */
    static Optional<String> meant(String name, List<String> names) {
        return names.contains(name)
                ? Optional.of(name)
                : names.stream().filter(one -> same(one, name)).findFirst();
    }

    /** Province and city in one word, as an address begins. */
    static String of(Place place) {
        String city = place.city();
        return city == null || city.equals(place.province()) ? place.province() : place.province() + city;
    }

    /** Provinces of which the name of a company begins with the name, or with the name of one of their cities. */
    static List<String> provincesAtHead(String company) {
        return HEADS.stream()
                .filter(head -> company.startsWith(head.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    private static Stream<Map.Entry<String, String>> heads(String province) {
        return Stream.concat(Stream.of(province), Divisions.cities(province).stream())
                .map(name -> Map.entry(core(name), province));
    }
}
