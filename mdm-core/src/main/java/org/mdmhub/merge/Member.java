package org.mdmhub.merge;

import java.util.Map;
import java.util.Optional;
import org.mdmhub.record.FieldValues;

/**
 * One of the records that are to be merged, as it is now.
 *
 * @param orgUnit code of the organisation that owns it
 * @param origins field key to where its value comes from; fields that nobody knows it of are left out
 */
public record Member(
        long id, String code, int version, String orgUnit, FieldValues values, Map<String, Origin> origins) {

    /** Its value of a field as it stands for choice; empty where it has none. */
    Optional<Claim> claim(String field) {
        Origin origin = origins.get(field);
        return Optional.ofNullable(values.get(field))
                .map(value -> new Claim(
                        id,
                        code,
                        value,
                        origin == null ? null : origin.since(),
                        origin == null ? null : origin.source()));
    }
}
