package org.mdmhub.merge;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a field in a merge.
 *
 * @param value neutral, null where it is cleared
 * @param from code of the record whose value it is, null where it is nobody's alone
 * @param rule why: {@code only}, {@code equal}, {@code picked}, {@code typed}, {@code together}, {@code united}, or the
 *     rule of survivorship that decided
 */
public record Chosen(@Nullable Object value, @Nullable String from, String rule) {

    static final String ONLY = "only";
    static final String EQUAL = "equal";
    static final String PICKED = "picked";
    static final String TYPED = "typed";
    static final String TOGETHER = "together";
    static final String UNITED = "united";

    static Chosen of(Claim claim, String rule) {
        return new Chosen(claim.value(), claim.code(), rule);
    }
}
