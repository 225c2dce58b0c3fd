package org.mdmhub.matching.name;

import java.util.List;

/**
 * The name of a company taken apart, for comparing and finding, never for storing. Nothing here is null; a part that the name
 * does not have is empty.
 *
 * @param full the whole name: without case, width, blanks and signs, in simplified characters
 * @param core all but the legal form, numerals as digits; equal to {@code full} where nothing else would be left
 * @param region names of divisions or countries without 省, 市, 区, 县, the widest first, parted by blanks
 * @param brand the word that tells this company from others of its region and industry (字号)
 * @param industry words at the end for what it does, in their order, parted by blanks
 * @param form kind of legal form, as the lists of forms call it
 * @param branch which part of the whole: 杭州分公司
 * @param digits all digits in their order, Chinese numerals among them
 * @param words of a name without Chinese characters, in plain Latin letters, without legal form; else none
 */
public record CompanyName(
        String full,
        String core,
        String region,
        String brand,
        String industry,
        String form,
        String branch,
        String digits,
        List<String> words) {

    /** Takes any text apart; a text without a letter or digit gives empty parts. */
    public static CompanyName of(String name) {
        String folded = Fold.text(name);
        return Fold.hasHan(folded) ? ChineseName.of(folded) : LatinName.of(folded);
    }

    /** The name without what says which part of the whole it is, folded; the name itself where nothing says so. */
    public static String wholeOf(String name) {
        String folded = Fold.text(name);
        return Fold.hasHan(folded) ? ChineseName.whole(folded) : name;
    }

    /** Whether the name is written in Chinese characters, at least in part. */
    public boolean isChinese() {
        return Fold.hasHan(full);
    }

    /** All but region, legal form and branch, without blanks. */
    public String heart() {
        return brand + industry.replace(" ", "");
    }
}
