package org.mdmhub.customer;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a block of invoice details (开票信息) as people send it around: six facts in any order, with a label each, two
 * under one label, or without labels, on lines or in one.
 */
final class InvoiceBlock {

    /** What such a block tells. */
    enum Part {
        NAME("(?:单位|公司|企业|购方|购买方|开票|客户|发票|账户|帐户)?(?:名称|抬头)|户名|(?:company )?name|invoice title"),
        TAX_ID("(?:纳税人?)?(?:税务登记证?号|识别号码?|税号)|(?:统一)?社会信用代码|信用代码|tax (?:id|number|no\\.?)"),
        ADDRESS("(?:单位|公司|企业|注册|开票|营业|联系|经营)?地址|(?:registered )?address"),
        PHONE("(?:单位|公司|企业|注册|开票|联系|固定)?电话(?:号码)?|(?:tele)?phone|tel\\.?"),
        BANK("(?:基本户|对公)?开户(?:银行|行)(?:名称|全称)?|银行名称|bank(?: name)?"),
        ACCOUNT("(?:开户)?(?:银行|行|对公|基本户)?(?:账|帐)(?:号|户)(?:号码)?|卡号|(?:bank )?account(?: (?:number|no\\.?))?");

        private final String labels;

        Part(String labels) {
            this.labels = labels;
        }
    }

    private static final String JOINT = "\\s*(?:[、,，/及和&]|\\s)?\\s*";
    private static final String ANY = Stream.of(Part.values())
            .map(part -> "(?<" + group(part) + ">" + part.labels + ")")
            .collect(Collectors.joining("|"));
    private static final Pattern LABEL = Pattern.compile(
            "(?:^|(?<=[\\s,，;；。|]))[(（【\\[\\d.、]*"
                    + "(?:(?<both>(?:" + Part.ADDRESS.labels + ")" + JOINT + "(?:" + Part.PHONE.labels + "))"
                    + "|(?<banking>(?:" + Part.BANK.labels + ")" + JOINT + "(?:" + Part.ACCOUNT.labels + "))"
                    + "|" + ANY + ")[)）】\\]]*[ \\t]*(?:[:：=]|(?=[ \\t])|(?=$))",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern PHONE_AT_END = Pattern.compile(
            "(?s)^(.*?)[\\s,，;；、]*((?:\\+?86[- ]?)?(?:[(（]?0\\d{2,3}[)）]?[- ]?\\d{7,8}|1[3-9]\\d{9}|400-?\\d{3}-?\\d{4})"
                    + "(?:[-转]\\d{1,6})?)$");
    private static final Pattern ACCOUNT_AT_END = Pattern.compile("(?s)^(.*?)[\\s,，;；、:：]*(\\d[\\d -]{6,40}\\d)$");
    private static final Pattern TAX_ID = Pattern.compile("[0-9A-Za-z]{15}|[0-9A-Za-z]{18}|[0-9A-Za-z]{20}");
    private static final Pattern TRIM = Pattern.compile("^[\\s,，;；。、:：|]+|[\\s,，;；。、|]+$");

    private InvoiceBlock() {}

    private static String group(Part part) {
        return part.name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
    }

    /** What the block tells; parts of which it says nothing are left out. */
    static Map<Part, String> read(String text) {
        Map<Part, String> told = new EnumMap<>(Part.class);
        Matcher label = LABEL.matcher(text);
        boolean found = label.find();
        bare(found ? text.substring(0, label.start()) : text, told);
        while (found) {
            Matcher here = LABEL.matcher(text);
            here.find(label.start());
            found = label.find();
            String value = trimmed(text.substring(here.end(), found ? label.start() : text.length()));
            take(here, value, told);
        }
        return told;
    }

    private static void take(Matcher label, String value, Map<Part, String> told) {
        if (label.group("both") != null) {
            split(PHONE_AT_END, value, Part.ADDRESS, Part.PHONE, told);
        } else if (label.group("banking") != null) {
            split(ACCOUNT_AT_END, value, Part.BANK, Part.ACCOUNT, told);
        } else {
            for (Part part : Part.values()) {
                if (label.group(group(part)) != null) {
                    tell(part, value, told);
                }
            }
        }
    }

    private static void split(Pattern ending, String value, Part first, Part second, Map<Part, String> told) {
        Matcher both = ending.matcher(value);
        if (both.matches()) {
            tell(first, trimmed(both.group(1)), told);
            tell(second, trimmed(both.group(2)), told);
        } else {
            tell(first, value, told);
        }
    }

    /** Lines without a label are known by their looks. */
    private static void bare(String text, Map<Part, String> told) {
        text.lines().map(InvoiceBlock::trimmed).filter(line -> !line.isEmpty()).forEach(line -> {
            if (TAX_ID.matcher(line).matches() && !line.matches("\\d{16,17}|\\d{19,}")) {
                tell(Part.TAX_ID, line, told);
            } else if (line.matches("[\\d -]{9,}")
                    && !PHONE_AT_END.matcher(line).matches()) {
                tell(Part.ACCOUNT, line, told);
            } else if (line.matches(".*(银行|支行|分行|信用社|Bank).*")) {
                split(ACCOUNT_AT_END, line, Part.BANK, Part.ACCOUNT, told);
            } else if (line.matches(".*(公司|厂|店|事务所|中心|合伙企业?)([(（].*[)）])?")) {
                tell(Part.NAME, line, told);
            } else if (line.matches(".*[省市区县镇路街道号].*")
                    || PHONE_AT_END.matcher(line).matches()) {
                split(PHONE_AT_END, line, Part.ADDRESS, Part.PHONE, told);
            }
        });
    }

    private static void tell(Part part, String value, Map<Part, String> told) {
        if (!value.isEmpty()) {
            told.putIfAbsent(part, value.replaceAll("\\s*\\R\\s*", " "));
        }
    }

    private static String trimmed(String text) {
        return TRIM.matcher(text).replaceAll("");
    }
}
