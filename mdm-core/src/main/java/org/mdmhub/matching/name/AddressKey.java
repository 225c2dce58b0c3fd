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
