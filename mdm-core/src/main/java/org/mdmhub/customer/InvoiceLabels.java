package org.mdmhub.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mdmhub.customer.InvoiceBlock.Part;

/** The words before the facts in invoice details, as people write them, and where they stand in a text. */
final class InvoiceLabels {

    private static final String WHOSE = "(?:单位|公司|企业|购方|购买方|开票|客户|发票|注册|营业|联系|经营|工商|纳税人|甲方|我司|我方|专票|收款)*";
    private static final String NAME =
            WHOSE + "(?:名称|全称|抬头)|(?:账户|帐户|户)名称?|公司名|(?:company )?name|invoice title|title|公司|单位";
    private static final String CODE = "(?:税务登记证?号码?|税号|(?:统一)?(?:社会)?信用代码|识别号码?)";
    private static final String TAX_ID = "(?:企业|公司|单位|纳税人?|统一|开票|购方)*" + CODE + "(?:(?:/|、|或)" + WHOSE + CODE
            + ")?|tax (?:id|number|no\\.?)|uscc|vat no\\.?";
    private static final String ADDRESS = WHOSE + "(?:地址|住所)|(?:registered )?address";
    private static final String PHONE =
            "(?:单位|公司|企业|注册|开票|联系|固定|办公|财务)*(?:电话(?:号码)?|座机|手机号?码?)|(?:tele)?phone|tel\\.?|mobile";
    private static final String BANK = "(?:基本户|对公|公司|单位|企业)*开户(?:银行|支行|网点|行)(?:名称|全称|信息)?|银行名称|银行|bank(?: name)?";
    private static final String ACCOUNT =
            "(?:开户|公司|单位|基本户|对公|企业)*(?:银行|行)?(?:账|帐)(?:号|户)(?:号码)?|银行卡号|卡号|(?:bank )?account(?: (?:number|no\\.?))?|a/c(?: no\\.?)?";
    private static final String EMAIL = "(?:收票|收发票|接收|电子|电子发票|发票|开票|公司|联系)*(?:邮箱|邮件)(?:地址)?|e-?mail";
    /** Facts of another kind, which end the one before them. */
    private static final String OTHER =
            "(?:开票)?联系人|收(?:件|票|货)人?(?:地址|电话|手机|信息|人)?|邮寄(?:地址|信息)|寄票地址|备注|税率|(?:发票|开票)类型|票种|开票"
                    + "(?:内容|项目|金额)|金额|传真|fax|邮编|邮政编码|法人(?:代表)?|法定代表人|经办人|行号|联行号|(?:swift|行)代码|remarks?|contact";

    private static final String JOINT = "[ ]*(?:[、,，/／及和与&+]|[ ])?[ ]*";
    private static final String BEFORE = "(?:^|(?<=[\\s,;。|>]))[(【\\[<《*•●·\\-—]*(?:[\\d①-⑩]{1,2}[.、)）]?[ ]*)?[【\\[(]?";
    private static final String AFTER = "(?:[ ]*\\([^()\\n]{0,20}\\))?[)】\\]>》]*[ ]*(?:[:=]+|[\\t]|(?=[ ])|(?=$))";

    private static final Pattern PATTERN = Pattern.compile(
            BEFORE + "(?:(?<both>(?:" + spaced(ADDRESS) + ")" + JOINT + "(?:" + spaced(PHONE) + "))"
                    + "|(?<banking>(?:" + spaced(BANK) + ")" + JOINT + "(?:" + spaced(ACCOUNT) + "))"
                    + "|(?<other>" + spaced(OTHER) + ")|"
                    + Stream.of(Part.values()).map(InvoiceLabels::group).collect(Collectors.joining("|"))
                    + ")(?:" + AFTER + "|" + glued() + ")",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private InvoiceLabels() {}

    /**
     * A label where it stands.
     *
     * @param parts what it announces; none where that is no fact of an invoice
     * @param start where the label begins
     * @param end where its value begins
     */
    record Label(List<Part> parts, int start, int end) {}

    /** @param text folded to half width */
    static List<Label> in(String text) {
        List<Label> labels = new ArrayList<>();
        Matcher label = PATTERN.matcher(text);
        while (label.find()) {
            labels.add(new Label(parts(label), label.start(), label.end()));
        }
        return labels;
    }

    private static List<Part> parts(Matcher label) {
        if (label.group("both") != null) {
            return List.of(Part.ADDRESS, Part.PHONE);
        }
        if (label.group("banking") != null) {
            return List.of(Part.BANK, Part.ACCOUNT);
        }
        return Stream.of(Part.values())
                .filter(part -> label.group(name(part)) != null)
                .toList();
    }

    private static String labels(Part part) {
        return switch (part) {
            case NAME -> NAME;
            case TAX_ID -> TAX_ID;
            case ADDRESS -> ADDRESS;
            case PHONE -> PHONE;
            case BANK -> BANK;
            case ACCOUNT -> ACCOUNT;
            case EMAIL -> EMAIL;
        };
    }

    private static String group(Part part) {
        return "(?<" + name(part) + ">" + spaced(labels(part)) + ")";
    }

    private static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Chinese labels are spread with blanks to the width of their neighbours. */
    private static String spaced(String labels) {
        return labels.replaceAll("(\\p{IsHan})([?*]?)", "(?:$1[ ]*)$2");
    }

    /** Without a sign between them a label is one where its value can be nothing else. */
    private static String glued() {
        return "(?=[0-9A-Z]{15,20}(?![0-9A-Z]))|(?=\\d[\\d -]{8,})|(?=[\\w.-]+@)";
    }

    static @Nullable Label after(List<Label> labels, int at) {
        return at + 1 < labels.size() ? labels.get(at + 1) : null;
    }
}
