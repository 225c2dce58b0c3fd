package org.mdmhub.customer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mdmhub.customer.InvoiceBlock.Part;

/** How the facts of invoice details look, so that they are known without a label and cut out of what stands around them. */
final class InvoiceLooks {

    private static final String NUMBER =
            "(?:\\+?86[- ]?)?(?:\\(0\\d{2,3}\\)[ -]?\\d{7,8}|0\\d{2,3}[ -]?\\d{4}[ -]?\\d{3,4}"
                    + "|86-\\d{2,3}-\\d{7,8}|[1][3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|[48]00[ -]?\\d{3,4}[ -]?\\d{3,4})";
    private static final String PHONES = NUMBER + "(?:[ ]?(?:-|转|分机|ext\\.?)[ ]?\\d{1,6})?";

    static final Pattern PHONE = Pattern.compile("(?<![\\dA-Za-z])" + PHONES + "(?!\\d)");
    static final Pattern PHONE_AT_END = Pattern.compile(
            "(?s)^(.*?)[\\s,;、/:]*(?:电话|tel)?[:：]?[ ]*(?<![\\d])(" + PHONES + "(?:[/、, ]+" + PHONES + ")?)[\\s)]*$");
    static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d(?:[ -]{0,2}\\d){6,34}(?!\\d)");
    static final Pattern ACCOUNT_AT_END =
            Pattern.compile("(?s)^(.*?)[\\s,;、/:]*(?<!\\d)(\\d(?:[ -]{0,2}\\d){7,34})[\\s)]*$");
    static final Pattern TAX_ID =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9A-Za-z](?:[ -]?[0-9A-Za-z]){14,19})(?![0-9A-Za-z])");
    static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern NAME = Pattern.compile(
            "[^:,;|\\n]*(?:公司|厂|店|事务所|中心|合伙企业?|经营部|工作室|合作社|研究院|医院|学校|大学|Ltd\\.?|GmbH|Inc\\.?)(?:\\([^()]*\\))?");
    private static final Pattern BANK = Pattern.compile(".*(?:银行|支行|分行|信用社|信用合作联社|营业部|Bank).*");
    private static final Pattern PLACE =
            Pattern.compile("(?:.*(?:省|市|自治区|区|县|镇|路|街|大道|巷|弄).*\\d+.*|.*[省市区县].*[路街道园].*)");
    /** What ends a fact that cannot hold it. */
    private static final Pattern CUT = Pattern.compile("[;|\\t。]|,(?![ ]?(?:Ltd|Inc|LTD|LLC|GmbH))| {3,}");

    private InvoiceLooks() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.matches(".*(开票信息|信息如下|资料|如下|发票|开票给|我们|我司|您好|你好).*");
    }

    static boolean isBank(String text) {
        return BANK.matcher(text).matches();
    }

    static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    /** A tax number is not made of digits like an account's: 15, 18 or 20 characters. */
    static boolean isTaxId(String text) {
        String plain = text.replaceAll("[ -]", "");
        return plain.matches("[0-9A-Za-z]{15}|[0-9A-Za-z]{18}|[0-9A-Za-z]{20}")
                && (plain.matches(".*[A-Za-z].*") || plain.length() == 15 || plain.matches("[159]\\d{17}"));
    }

    /** Where in the labelled text the fact itself stands; the whole where it has no looks of its own. */
    static int[] within(Part part, String text) {
        Pattern looks = switch (part) {
            case TAX_ID -> TAX_ID;
            case PHONE -> PHONE;
            case ACCOUNT -> ACCOUNT;
            case EMAIL -> EMAIL;
            default -> null;
        };
        if (looks != null) {
            Matcher found = looks.matcher(text);
            if (found.find()) {
                return new int[] {found.start(), found.end()};
            }
        }
        Matcher cut = CUT.matcher(text);
        return new int[] {0, part != Part.ADDRESS && cut.find() ? cut.start() : text.length()};
    }
}
