package org.mdmhub.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mdmhub.matching.model.Frequencies;
import org.mdmhub.matching.model.Profile;
import org.mdmhub.record.FieldValues;

/** How common values are among records drawn at random, profile by profile; counted before anything is learned. */
final class Counting {

    // commoner values first; a value that is not kept counts as rare as those that were left out
    private static final int KEPT = 2000;

    private Counting() {}

    /** By name of the profile, of those that the records have. */
    static Map<String, Frequencies> of(MatchModel model, List<FieldValues> records) {
        Map<String, List<FieldValues>> kinds = new LinkedHashMap<>();
        Map<String, Profile> profiles = new LinkedHashMap<>();
        for (FieldValues record : records) {
            Profile profile = model.profile(record);
            profiles.put(profile.name(), profile);
            kinds.computeIfAbsent(profile.name(), name -> new ArrayList<>()).add(record);
        }
        Map<String, Frequencies> counted = new LinkedHashMap<>();
        profiles.forEach((name, profile) -> counted.put(name, count(profile, kinds.getOrDefault(name, List.of()))));
        return counted;
    }

    /** Words first, for by their rarity the values are prepared that are counted next. */
    private static Frequencies count(Profile profile, List<FieldValues> records) {
        Frequencies frequencies = new Frequencies();
        records.forEach(record -> profile.count(record, frequencies));
        records.forEach(record -> profile.count(profile.prepare(record, frequencies), frequencies));
        return frequencies.kept(KEPT);
    }

    static Map<String, Object> written(Map<String, Frequencies> counted) {
        Map<String, Object> written = new LinkedHashMap<>();
        counted.forEach((profile, frequencies) -> written.put(profile, frequencies.asMap()));
        return written;
    }

    /** As {@link #written} wrote it. */
    static Map<String, Frequencies> read(Map<String, Map<String, Object>> written) {
        Map<String, Frequencies> counted = new LinkedHashMap<>();
        written.forEach((profile, content) -> counted.put(profile, Frequencies.of(content)));
        return counted;
    }
}
