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
        String[] city = pick(InvoiceWords.CITIES).split("\\|", -1);
        place = city[0].replaceAll(".*[省区](?=.)|市$", "");
        Map<String, String> written = new LinkedHashMap<>();
        written.put(
                "NAME",
                (chance(70) ? place : "")
                        + pick(InvoiceWords.BRANDS)
                        + pick(InvoiceWords.TRADES)
                        + pick(InvoiceWords.FORMS));
        written.put("TAX_ID", taxId());
        if (!chance(15)) {
            written.put("ADDRESS", city[0] + city[1] + pick(InvoiceWords.STREETS));
            written.put("PHONE", phone(city[2]));
        }
        if (!chance(12)) {
            written.put("BANK", String.format(pick(InvoiceWords.BANKS), place));
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
                parts.add(pick(InvoiceWords.ADDRESS_PHONE) + colon + value + joint + written.get("PHONE"));
            } else if (bankAccount && key.equals("BANK")) {
                parts.add(pick(InvoiceWords.BANK_ACCOUNT) + colon + value + second + written.get("ACCOUNT"));
            } else if (!(addressPhone && key.equals("PHONE")) && !(bankAccount && key.equals("ACCOUNT"))) {
                parts.add(pick(InvoiceWords.LABELS.getOrDefault(key, List.of(key))) + colon + value);
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
            lines.add(0, pick(InvoiceWords.NOISE));
        }
        if (chance(35)) {
            lines.add(pick(InvoiceWords.NOISE));
        }
        if (chance(15)) {
            lines.add(random.nextInt(lines.size()), pick(InvoiceWords.NOISE));
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
