package org.mdmhub.matching.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address as it is compared, never as it is stored. Nothing here is null; a part that is not told is empty.
 *
 * @param region divisions, the widest first, without 省, 市, 区, parted by blanks; cities of other countries folded
 * @param road the road or street, without the word for what kind of way it is where it is a Western one
 * @param number of the house, digits and at most a letter behind
 * @param unit building, floor and room, parted by a hyphen
 * @param words all words of a Western street but kinds of ways; for a Chinese one what stands before the number
 */
public record AddressKey(String region, String road, String number, String unit, List<String> words) {

    /** What two addresses have in common, the most first. */
    public enum Level {
        /** Road, number and, where both tell it, the unit. */
        EQUAL,
        /** Road and number, another unit. */
        SAME_HOUSE,
        /** The number, and a road that is written nearly so. */
        NEARLY,
        /** The road; one has no number. */
        SAME_ROAD,
        /** The road, another number. */
        OTHER_NUMBER,
        /** Another road, or no telling, in the same place. */
        SAME_PLACE,
        /** Another place. */
        OTHER_PLACE,
        /** One of them says nothing. */
        UNKNOWN
    }

    private static final double NEAR = 0.75;

    /** Any part may be missing; a street may begin with the divisions once more. */
    public static AddressKey of(
            @Nullable String province, @Nullable String city, @Nullable String district, @Nullable String street) {
        Set<String> region = new LinkedHashSet<>();
        for (String part : new String[] {province, city, district}) {
            if (part != null && !part.isBlank()) {
                String folded = Fold.text(part);
                region.add(
                        Fold.hasHan(folded) ? Regions.placeOrStem(Fold.join(folded)) : Fold.join(Fold.latin(folded)));
            }
        }
        String folded = street == null ? "" : Fold.text(street);
        return Fold.hasHan(folded) ? ChineseStreet.key(region, folded) : WesternStreet.key(region, folded);
    }

    /** How alike two are; the order does not count. */
    public Level compare(AddressKey other) {
        if (isEmpty() || other.isEmpty()) {
            return Level.UNKNOWN;
        }
        if (apart(region, other.region)) {
            return Level.OTHER_PLACE;
        }
        if (road.isEmpty() || other.road.isEmpty()) {
            return Level.SAME_PLACE;
        }
        boolean sameNumber = !number.isEmpty() && number.equals(other.number);
        if (road.equals(other.road)) {
            return sameRoad(other, sameNumber);
        }
        return sameNumber && near(other) ? Level.NEARLY : Level.SAME_PLACE;
    }

    private Level sameRoad(AddressKey other, boolean sameNumber) {
        if (sameNumber) {
            boolean same = unit.isEmpty() || other.unit.isEmpty() || unit.equals(other.unit);
            return same ? Level.EQUAL : Level.SAME_HOUSE;
        }
        return number.isEmpty() || other.number.isEmpty() ? Level.SAME_ROAD : Level.OTHER_NUMBER;
    }

    private boolean near(AddressKey other) {
        return Edits.distance(road, other.road) <= 1
                || Edits.dice(road, other.road) >= NEAR
                || road.length() > 2 && other.words.contains(road)
                || other.road.length() > 2 && words.contains(other.road);
    }

    /** Both tell a place, and neither has a part of the other's. */
    private static boolean apart(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        List<String> few = List.of(one.split(" ", -1));
        List<String> many = List.of(other.split(" ", -1));
        if (few.size() > many.size()) {
            return apart(other, one);
        }
        return !many.containsAll(few) && (few.size() == 1 || !many.contains(few.get(few.size() - 1)));
    }

    private boolean isEmpty() {
        return region.isEmpty() && road.isEmpty();
    }

    /** Strings under which addresses find each other, at most three: road and number, place and road, place and number. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        String place = region.substring(region.lastIndexOf(' ') + 1);
        if (!road.isEmpty() && !number.isEmpty()) {
            keys.add("road:" + road + "/" + number);
        }
        if (!road.isEmpty() && !place.isEmpty()) {
            keys.add("place:" + place + "/" + road);
        }
        if (!number.isEmpty() && !place.isEmpty()) {
            keys.add("house:" + place + "/" + number);
        }
        return keys;
    }
}
