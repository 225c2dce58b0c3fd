package org.mdmhub.web.stewardship;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the page is narrowed to, as its address says it. */
record Asked(
        Period period, @Nullable String orgUnit, @Nullable String type) {

    private static final int LONGEST = 200;

    static @Nullable String plain(@Nullable String typed) {
        String text = typed == null ? "" : typed.replace("\0", "").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
    }

    String address() {
        return builder("/stewardship").encode().build().toUriString();
    }

    String csv() {
        return builder("/stewardship/figures.csv").encode().build().toUriString();
    }

    /** The list behind a number; null narrows no further. */
    String behind(Behind.What what, @Nullable String unit, @Nullable String key, @Nullable String value) {
        UriComponentsBuilder address = new Asked(period, unit == null ? orgUnit : unit, type)
                .builder("/stewardship/requests")
                .queryParam("what", what.key());
        if (key != null && value != null) {
            return address.queryParam(key, "{value}")
                    .encode()
                    .buildAndExpand(value)
                    .toUriString();
        }
        return address.encode().build().toUriString();
    }

    String at(Period other) {
        return new Asked(other, orgUnit, type).address();
    }

    private UriComponentsBuilder builder(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("period", period.key());
        if (orgUnit != null) {
            address.queryParam("orgUnit", Objects.requireNonNull(orgUnit));
        }
        if (type != null) {
            address.queryParam("type", Objects.requireNonNull(type));
        }
        return address;
    }
}
