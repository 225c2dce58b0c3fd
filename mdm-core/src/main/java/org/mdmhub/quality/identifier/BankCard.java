package org.mdmhub.quality.identifier;

/**
 * Numbers of payment cards of persons: 16 to 19 digits that begin as China UnionPay (62), Visa, Mastercard, JCB and American
 * Express do, ISO/IEC 7812-1. Accounts of companies follow no common rule and are never to be asked about.
 */
public final class BankCard {

    private BankCard() {}

    /** Whether it looks like a card's number, right or wrong. */
    public static boolean isCard(String number) {
        return digits(number).matches("62\\d{14,17}|(4\\d|5[1-5]|2[2-7]|35)\\d{14}|3[47]\\d{13}");
    }

    public static boolean isValid(String number) {
        return isCard(number) && Luhn.isValid(digits(number));
    }

    private static String digits(String number) {
        return number.replaceAll("[ -]", "");
    }
}
