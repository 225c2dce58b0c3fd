package org.mdmhub.mother;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Blocks of invoice details (开票信息) as they are sent around by mail and chat, and what they say. The words were collected from
 * how accountants write, without a look at what reads them.
 */
public final class InvoiceMother {

    private static final Map<String, List<String>> LABELS = Map.of(
            "NAME",
                    List.of(
                            "名称",
                            "单位名称",
                            "公司名称",
                            "开票名称",
                            "发票抬头",
                            "抬头",
                            "购方名称",
                            "户名",
                            "企业名称",
                            "全称",
                            "公司全称",
                            "开票抬头",
                            "名 称",
                            "名　　称",
                            "单位全称",
                            "公司抬头",
                            "纳税人名称",
                            "Company name"),
            "TAX_ID",
                    List.of(
                            "税号",
                            "纳税人识别号",
                            "统一社会信用代码",
                            "纳税识别号",
                            "社会信用代码",
                            "公司税号",
                            "企业税号",
                            "税务登记号",
                            "信用代码",
                            "识别号",
                            "税 号",
                            "税　　号",
                            "纳税人识别号/统一社会信用代码",
                            "税号（统一社会信用代码）",
                            "纳税人税号",
                            "Tax ID",
                            "单位税号"),
            "ADDRESS", List.of("地址", "单位地址", "注册地址", "公司地址", "开票地址", "企业地址", "住所", "地 址", "地　　址", "工商注册地址", "Address"),
            "PHONE", List.of("电话", "公司电话", "联系电话", "电话号码", "注册电话", "开票电话", "座机", "Tel", "电 话", "电　　话", "单位电话", "办公电话"),
            "BANK",
                    List.of(
                            "开户行", "开户银行", "开户行名称", "基本户开户行", "银行名称", "开户支行", "开户行全称", "开 户 行", "公司开户行", "对公开户行",
                            "Bank"),
            "ACCOUNT",
                    List.of(
                            "账号",
                            "帐号",
                            "银行账号",
                            "银行账户",
                            "开户账号",
                            "卡号",
                            "对公账号",
                            "账 号",
                            "账　　号",
                            "银行帐号",
                            "开户行账号",
                            "Account No.",
                            "公司账号"),
            "EMAIL", List.of("邮箱", "电子邮箱", "收票邮箱", "E-mail", "Email", "接收邮箱", "电子发票邮箱"));
    private static final List<String> ADDRESS_PHONE = List.of(
            "地址、电话", "地址电话", "地址及电话", "注册地址及电话", "单位地址、电话", "地址/电话", "地址，电话", "公司地址、电话", "注册地址、电话", "地址 电话", "开票地址电话");
    private static final List<String> BANK_ACCOUNT = List.of(
            "开户行及账号", "开户行及帐号", "开户银行及账号", "开户行、账号", "开户行账号", "开户行/账号", "开户行和账号", "银行及账号", "基本户开户行及账号", "开户行 账号");
    private static final List<String> NOISE = List.of(
            "开票信息",
            "开票资料如下：",
            "您好，我司开票信息如下，请查收",
            "麻烦开专票，谢谢！",
            "备注：请开增值税专用发票",
            "以下是我们公司的开票资料",
            "联系人：张敏",
            "税率：13%",
            "——————————",
            "发票类型：增值税专用发票",
            "开票内容：轴承及配件",
            "【开票信息】",
            "收件人：李强 13912345678",
            "邮寄地址：浙江省杭州市西湖区文三路9号",
            "发票请寄财务部",
            "================",
            "增值税专用发票",
            "请核对后回复",
            "传真：021-55550199",
            "法人代表：沈国梁",
            "邮编：200120",
            "2026-11-22");
    private static final List<String> CITIES = List.of(
            "上海市|浦东新区|021",
            "江苏省苏州市|吴中区|0512",
            "浙江省宁波市|鄞州区|0574",
            "广东省深圳市|龙华区|0755",
            "北京市|海淀区|010",
            "四川省成都市|高新区|028",
            "山东省青岛市|崂山区|0532",
            "湖北省武汉市|洪山区|027",
            "辽宁省大连市|甘井子区|0411",
            "福建省厦门市|湖里区|0592",
            "内蒙古自治区包头市|昆都仑区|0472",
            "江苏省江阴市||0510");
    private static final List<String> STREETS = List.of(
            "世纪大道100号",
            "胥口镇茅蓬路188号",
            "观澜街道桂月路334号A栋",
            "中山东路12号2幢1201室",
            "创业路9弄3号楼",
            "科技园南区T3栋5楼501-505",
            "经济技术开发区滨海大道66号",
            "人民北路甲18号院7层",
            "长江路与黄河路交叉口东南角",
            "工业园区星湖街328号创意产业园5-B401",
            "学院路35号世宁大厦1602",
            "电子城3号厂房");
    private static final List<String> BRANDS = List.of(
            "远大", "瑞恒精密", "骏泓", "华联电气", "新纪元", "银河数码", "天安药业", "恒通物流", "金地址", "北辰账号", "鑫源", "博世力", "中电五十二所", "三一");
    private static final List<String> TRADES =
            List.of("贸易", "轴承", "五金", "科技", "机械制造", "实业", "电话设备", "信息技术", "建筑工程", "国际物流");
    private static final List<String> FORMS =
            List.of("有限公司", "有限责任公司", "股份有限公司", "（集团）有限公司", "(中国)有限公司", "有限公司苏州分公司", "厂", "中心（有限合伙）", "经营部", "商店");
    private static final List<String> BANKS = List.of(
            "中国工商银行%s分行营业部",
            "中国农业银行股份有限公司%s高新支行",
            "招商银行股份有限公司%s分行",
            "交通银行%s滨江支行",
            "建行%s城东支行",
            "中国银行%s开发区支行",
            "%s农村商业银行",
            "兴业银行%s新区支行",
            "浦发银行%s陆家嘴支行",
            "%s银行股份有限公司科技支行",
            "中信银行%s园区支行",
            "%s市农村信用合作联社");

    private final Random random;
    private String place = "";

    public InvoiceMother(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A block and what it says.
     *
     * @param facts by NAME, TAX_ID, ADDRESS, PHONE, BANK, ACCOUNT, EMAIL; numbers without blanks
     */
    public record Block(String text, Map<String, String> facts) {}

    public Block block() {
        Map<String, String> written = written();
        Map<String, String> facts = new LinkedHashMap<>(written);
        List.of("TAX_ID", "ACCOUNT")
                .forEach(key -> facts.computeIfPresent(key, (k, value) -> value.replaceAll("[ -]", "")));
        String text = chance(12) ? bare(written) : lines(written);
        return new Block(text, facts);
    }

    private Map<String, String> written() {
        String[] city = pick(CITIES).split("\\|", -1);
        place = city[0].replaceAll(".*[省区](?=.)|市$", "");
        Map<String, String> written = new LinkedHashMap<>();
        written.put("NAME", (chance(70) ? place : "") + pick(BRANDS) + pick(TRADES) + pick(FORMS));
        written.put("TAX_ID", taxId());
        if (!chance(15)) {
            written.put("ADDRESS", city[0] + city[1] + pick(STREETS));
            written.put("PHONE", phone(city[2]));
        }
        if (!chance(12)) {
            written.put("BANK", String.format(pick(BANKS), place));
            written.put("ACCOUNT", account());
        }
        if (chance(30)) {
            written.put(
                    "EMAIL",
                    pick(List.of("fapiao@", "caiwu.zhang@", "invoice_01@"))
                            + pick(List.of("yuanda.com.cn", "163.com", "rh-bearing.example")));
        }
        return written;
    }

    private String taxId() {
        String code = IdentifierMother.creditCode(
                String.format("91%06dMA%07d", 110000 + random.nextInt(40) * 100, random.nextInt(9_999_999)));
        if (chance(8)) {
            return String.format("%06d%09d", 310100 + random.nextInt(20), random.nextInt(999_999_999));
        }
        if (chance(10)) {
            return spaced(code, 4);
        }
        return code;
    }

    private String phone(String area) {
        String seven = String.valueOf(60_000_000 + random.nextInt(9_999_999));
        return switch (random.nextInt(9)) {
            case 0 -> area + seven;
            case 1 -> area + " " + seven;
            case 2 -> "(" + area + ")" + seven;
            case 3 -> "139" + String.format("%08d", random.nextInt(99_999_999));
            case 4 -> "400-820-" + (1000 + random.nextInt(8999));
            case 5 -> area + "-" + seven + "转" + (100 + random.nextInt(899));
            case 6 -> area + "-" + seven.substring(0, 4) + " " + seven.substring(4);
            default -> area + "-" + seven;
        };
    }

    private String account() {
        StringBuilder digits = new StringBuilder(pick(List.of("1001", "3205", "6222", "4403", "0200", "8110")));
        int length = 12 + random.nextInt(10);
        while (digits.length() < length) {
            digits.append(random.nextInt(10));
        }
        return chance(20) ? spaced(digits.toString(), 4) : digits.toString();
    }

    /** With a label each, or two under one. */
    private String lines(Map<String, String> written) {
        List<String> parts = new ArrayList<>();
        String colon = pick(List.of("：", ":", "：", ": ", " ： ", "\t", "　", " : ", "=", "： "));
        String number = pick(List.of("", "", "", "%d、", "%d.", "（%d）"));
        boolean addressPhone = written.containsKey("PHONE") && chance(45);
        boolean bankAccount = written.containsKey("ACCOUNT") && chance(45);
        String between = pick(List.of(" ", "  ", "，", " ", "、", "/", ""));
        String second = pick(List.of(" ", "  ", "，", " ", "：", "/"));
        written.forEach((key, value) -> {
            if (addressPhone && key.equals("ADDRESS")) {
                // a house number and a phone in one would be read by nobody
                String joint = between.isEmpty() && value.matches(".*\\d$") ? " " : between;
                parts.add(pick(ADDRESS_PHONE) + colon + value + joint + written.get("PHONE"));
            } else if (bankAccount && key.equals("BANK")) {
                parts.add(pick(BANK_ACCOUNT) + colon + value + second + written.get("ACCOUNT"));
            } else if (!(addressPhone && key.equals("PHONE")) && !(bankAccount && key.equals("ACCOUNT"))) {
                parts.add(pick(LABELS.getOrDefault(key, List.of(key))) + colon + value);
            }
        });
        if (chance(60)) {
            Collections.shuffle(parts, random);
        }
        for (int i = 0; i < parts.size(); i++) {
            parts.set(i, String.format(number, i + 1) + parts.get(i));
        }
        boolean oneLine = chance(20) && !colon.isBlank();
        return oneLine ? String.join(pick(List.of("；", "，", "  ", ";", " ", "\t", " | ")), parts) : noisy(parts);
    }

    private String noisy(List<String> parts) {
        List<String> lines = new ArrayList<>(parts);
        if (chance(60)) {
            lines.add(0, pick(NOISE));
        }
        if (chance(35)) {
            lines.add(pick(NOISE));
        }
        if (chance(15)) {
            lines.add(random.nextInt(lines.size()), pick(NOISE));
        }
        UnaryOperator<String> ends = pick(List.<UnaryOperator<String>>of(
                line -> line, line -> line, line -> line + "；", line -> line + " ", line -> "  " + line));
        return String.join(
                pick(List.of("\n", "\n", "\r\n", "\n\n")),
                lines.stream().map(ends).toList());
    }

    /** Facts on lines of their own, in the order of an invoice. */
    private String bare(Map<String, String> written) {
        List<String> lines = new ArrayList<>();
        String joint = pick(List.of("\n", " ", "\n", "，"));
        lines.add(written.get("NAME"));
        lines.add(String.valueOf(written.get("TAX_ID")).replace(" ", ""));
        if (written.containsKey("ADDRESS")) {
            lines.add(written.get("ADDRESS") + joint + written.get("PHONE"));
        }
        if (written.containsKey("BANK")) {
            lines.add(written.get("BANK") + joint + written.get("ACCOUNT"));
        }
        if (written.containsKey("EMAIL")) {
            lines.add(written.get("EMAIL"));
        }
        return String.join("\n", lines);
    }

    private static String spaced(String text, int every) {
        return text.replaceAll("(.{" + every + "})(?=.)", "$1 ");
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
