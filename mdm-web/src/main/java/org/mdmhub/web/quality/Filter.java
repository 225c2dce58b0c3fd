package org.mdmhub.web.quality;

import org.jspecify.annotations.Nullable;
import org.mdmhub.organisation.OrgUnit;
import org.mdmhub.organisation.Organisations;
import org.mdmhub.quality.review.QualityFigures.Asked;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the page is narrowed to; null is not narrowed.
 *
 * @param orgUnit code of an organisation
 */
record Filter(
        String type,
        @Nullable String rule,
        @Nullable String orgUnit,
        @Nullable String owner) {

    private static final int LONGEST = 300;

    static @Nullable String plain(@Nullable String typed) {
        String text = typed == null ? "" : typed.replace("\0", "");
        return typed == null ? null : text.substring(0, Math.min(LONGEST, text.length()));
    }

    Filter rule(String wanted) {
        return new Filter(type, wanted.isEmpty() ? null : wanted, orgUnit, owner);
    }

    Filter orgUnit(String wanted) {
        return new Filter(type, rule, wanted.isEmpty() ? null : wanted, owner);
    }

    /** An empty owner is nobody: a filter like any other. */
    Filter owner(String wanted) {
        return new Filter(type, rule, orgUnit, wanted);
    }

    Filter anybody() {
        return new Filter(type, rule, orgUnit, null);
    }

    Asked asked(Organisations organisations) {
        Integer unit = orgUnit == null
                ? null
                : organisations.find(orgUnit).map(OrgUnit::id).orElse(-1);
        return new Asked(type, rule, unit, owner);
    }

    String address() {
        return builder().encode().build().toUriString();
    }

    String after(long id) {
        return builder().queryParam("after", id).encode().build().toUriString();
    }

    private UriComponentsBuilder builder() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/quality").queryParam("type", type);
        if (rule != null) {
            address.queryParam("rule", rule);
        }
        if (orgUnit != null) {
            address.queryParam("orgUnit", orgUnit);
        }
        if (owner != null) {
            address.queryParam("owner", owner);
        }
        return address;
    }
}
