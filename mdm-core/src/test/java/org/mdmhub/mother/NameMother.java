package org.mdmhub.mother;

import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;

/** Names that no other test has, and that are not alike. Made of common simplified characters, without digits. */
public final class NameMother {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String COMMON = common();

    private NameMother() {}

    /** A number that no other caller in this JVM gets. */
    public static int number() {
        return COUNTER.incrementAndGet();
    }

    /** A trade name of four characters. */
    public static String trade() {
        return trade(4);
    }

    public static String trade(int length) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(number());
        return random.ints(length, 0, COMMON.length())
                .mapToObj(COMMON::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    public static String company() {
        return "上海" + trade() + "贸易有限公司";
    }

    /** GB 2312, level 1, without what is or begins a legal form or 市. */
    private static String common() {
        StringBuilder characters = new StringBuilder();
        for (int high = 0xB0; high < 0xD7; high++) {
            for (int low = 0xA1; low < 0xFF; low++) {
                byte[] bytes = {(byte) high, (byte) low};
                characters.append(new String(bytes, Charset.forName("GB2312")));
            }
        }
        return characters.toString().replaceAll("[市有限责任公司股份集团厂店行社局院所部分支子合伙独资企业超上城都]", "");
    }
}
