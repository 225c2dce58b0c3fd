package org.mdmhub.bench;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Invents customers that look like real ones, Chinese and foreign, no two of one name. The same seed invents the same
 * ones in the same order.
 */
final class Invention {

    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final double FOREIGN = 0.2;

    // place, its province, its division of GB/T 2260
    private static final List<String[]> PLACES = split("苏州,江苏省,320500 无锡,江苏省,320200 常州,江苏省,320400 南京,江苏省,320100 "
            + "杭州,浙江省,330100 宁波,浙江省,330200 温州,浙江省,330300 嘉兴,浙江省,330400 绍兴,浙江省,330600 上海,上海市,310000 "
            + "合肥,安徽省,340100 芜湖,安徽省,340200 福州,福建省,350100 厦门,福建省,350200 泉州,福建省,350500 南昌,江西省,360100 "
            + "济南,山东省,370100 青岛,山东省,370200 烟台,山东省,370600 潍坊,山东省,370700 郑州,河南省,410100 洛阳,河南省,410300 "
            + "武汉,湖北省,420100 宜昌,湖北省,420500 长沙,湖南省,430100 株洲,湖南省,430200 广州,广东省,440100 深圳,广东省,440300 "
            + "珠海,广东省,440400 佛山,广东省,440600 东莞,广东省,441900 惠州,广东省,441300 中山,广东省,442000 南宁,广西壮族自治区,450100 "
            + "重庆,重庆市,500000 成都,四川省,510100 绵阳,四川省,510700 贵阳,贵州省,520100 昆明,云南省,530100 西安,陕西省,610100 "
            + "兰州,甘肃省,620100 天津,天津市,120000 石家庄,河北省,130100 唐山,河北省,130200 太原,山西省,140100 沈阳,辽宁省,210100 "
            + "大连,辽宁省,210200 长春,吉林省,220100 哈尔滨,黑龙江省,230100 北京,北京市,110000");
    private static final List<String[]> ABROAD = split(
            "Hamburg,DE,DE Stuttgart,DE,DE Torino,IT,IT Lyon,FR,FR Rotterdam,NL,NL "
                    + "Birmingham,GB,GB Gdansk,PL,PL Brno,CZ,CZ Osaka,JP,JP Busan,KR,KR Penang,MY,MY Chicago,US,US Houston,US,US");
    private static final String BRAND =
            "瑞恒骏泓澜岳粤岚甬泰临顺屿申睦海砺华盛宏远嘉禾永信德隆天成中联东方金鼎博越凯迪新锐通达恒丰" + "明润启航卓立万众荣昌正源富康伟业鑫诺佳运同辉振翔锦程安邦利群广益晨曦双合森茂";
    private static final List<String> TRADES = words("精密轴承 五金制品 传动机械 化工 紧固件 阀门 铝业 电缆 新能源科技 新材料科技 自动化设备 进出口 "
            + "包装材料 纸业 机电设备 电机 塑胶制品 软件技术 纺织 工程机械 电气 冷链物流 橡胶制品 机床 半导体设备 电子科技 仓储物流 医疗器械 模具 泵业 "
            + "光电科技 食品 建材 汽车零部件 仪器仪表 环保科技 家居用品 印刷 服饰 生物科技");
    private static final List<String> FORMS = words("有限公司 有限公司 有限公司 有限公司 有限公司 股份有限公司 有限责任公司 集团有限公司");
    private static final List<String> STREETS = words("人民路 建设路 中山路 解放大道 科技园路 工业大道 长江路 滨河路 创新路 振兴路 高新一路 东环路");
    private static final List<String> STEMS = words(
            "Nord Bren Hall Weiss Alt Stein Kirch Falk Lind Berg Mont Clair Val Riv Castel Bian Serra Oak Ash Wind Hart "
                    + "Brook Fern Gold Silver Iron North East West Sun Moor Lake Ridge Stone Bright Swift Kaz Mori Taka Hira");
    private static final List<String> ENDS = words(
            "hafen field bach mann hoff ner ville mont dale ford ton wick ham burg thal stedt eri etti ani ini mura kawa "
                    + "yama well worth land haus gate son ley");
    private static final List<String> LINES = List.of(
            "Antriebstechnik",
            "Precision Bearings",
            "Valves",
            "Industrial Supply",
            "Components",
            "Hydraulics",
            "Packaging",
            "Metalworks",
            "Electronics",
            "Logistics",
            "Chemicals",
            "Machinery",
            "Tools",
            "Automation",
            "Plastics",
            "Controls",
            "Engineering",
            "Trading");
    private static final List<String> FOREIGN_FORMS = List.of(
            "GmbH",
            "GmbH & Co. KG",
            "S.r.l.",
            "S.p.A.",
            "SAS",
            "B.V.",
            "Ltd",
            "Inc.",
            "LLC",
            "Co., Ltd.",
            "K.K.",
            "AG");

    private final Random random;
    private final Set<String> names = new HashSet<>();
    private int made;

    Invention(long seed) {
        this.random = new Random(seed);
    }

    /** A customer's fields in neutral form, without phone. */
    Map<String, Object> customer() {
        made++;
        return random.nextDouble() < FOREIGN ? foreign() : chinese();
    }

    private Map<String, Object> chinese() {
        String[] place = any(PLACES);
        String brand = "";
        String trade = "";
        String name;
        do {
            brand = sign() + sign() + (random.nextInt(3) == 0 ? sign() : "");
            trade = any(TRADES);
            name = place[0] + brand + trade + any(FORMS);
        } while (!names.add(name));
        boolean municipality = place[1].startsWith(place[0]);
        Map<String, Object> fields = common(name, "CN", "CNY");
        fields.put("shortName", brand + trade);
        fields.put("creditCode", creditCode(place[2]));
        fields.put("province", place[1]);
        fields.put("city", municipality ? place[1] : place[0] + "市");
        fields.put("street", any(STREETS) + (1 + random.nextInt(999)) + "号");
        fields.put("taxpayerKind", "GENERAL");
        fields.put("invoiceTitle", name);
        return fields;
    }

    private Map<String, Object> foreign() {
        String[] place = any(ABROAD);
        String name;
        String stem;
        do {
            stem = any(STEMS) + any(ENDS) + (random.nextInt(4) == 0 ? " & " + any(STEMS) + any(ENDS) : "");
            name = stem + " " + any(LINES) + " " + any(FOREIGN_FORMS);
        } while (!names.add(name));
        Map<String, Object> fields = common(name, place[1], "EUR");
        fields.put("shortName", stem);
        fields.put("city", place[0]);
        fields.put("street", (1 + random.nextInt(400)) + " " + any(STEMS) + " Road");
        return fields;
    }

    private Map<String, Object> common(String name, String country, String currency) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("accountGroup", "LEGAL_ENTITY");
        fields.put("country", country);
        fields.put("postalCode", String.valueOf(100_000 + random.nextInt(800_000)));
        fields.put("email", "contact@customer-" + made + ".example");
        fields.put("currency", currency);
        fields.put("paymentTerms", "NET" + 15 * (1 + random.nextInt(6)));
        return fields;
    }

    /** A telephone number in E.164. */
    String phone() {
        return "+861" + (30 + random.nextInt(60)) + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
    }

    /** GB 32100-2015: the whole weighted sum is a multiple of 31. */
    private String creditCode(String division) {
        StringBuilder code = new StringBuilder("91" + division + "MA");
        // counts in the alphabet, so that no two are the same
        for (int rest = made, i = 0; i < 7; i++, rest /= CREDIT.length()) {
            code.insert(10, CREDIT.charAt(rest % CREDIT.length()));
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += CREDIT.indexOf(code.charAt(i)) * weight;
            weight = 3 * weight % 31;
        }
        return code.append(CREDIT.charAt((31 - sum % 31) % 31)).toString();
    }

    private String sign() {
        int at = random.nextInt(BRAND.length());
        return BRAND.substring(at, at + 1);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static List<String[]> split(String text) {
        return words(text).stream().map(word -> word.split(",")).toList();
    }
}
