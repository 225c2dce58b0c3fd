package org.mdmhub.coding;

/** An algorithm that lets a person's typing error in a code be seen. Characters that it does not know do not count. */
public enum CheckDigit {
    /**
     * ISO/IEC 7064:2003, hybrid system MOD 11,10: over digits, gives a digit. Sees every single wrong digit and 97.7 %
     * of the swaps of neighbours. Source: the standard, section 9; also the check of German VAT numbers.
     */
    ISO7064_MOD_11_10 {
        @Override
        public String over(String text) {
            return hybrid(text, Alphabet.DIGITS);
        }
    },
    /**
     * ISO/IEC 7064:2003, hybrid system MOD 37,36: over digits and letters, gives one of them. Sees every single wrong
     * character and 99.8 % of the swaps of neighbours. Source: the standard, section 9; used by the ISAN.
     */
    ISO7064_MOD_37_36 {
        @Override
        public String over(String text) {
            return hybrid(text, Alphabet.LETTERS_AND_DIGITS);
        }

        @Override
        boolean knowsLetters() {
            return true;
        }
    },
    /**
     * ISO/IEC 7064:2003, pure system MOD 97-10: over digits, and letters as two of them (A is 10); gives two digits, so
     * that the whole leaves 1. Sees every single digit and letter that is another one, and every swap of two digits or
     * two letters. Source: the standard, section 7; used by ISO 17442 (LEI) and ISO 13616 (IBAN).
     */
    ISO7064_MOD_97_10 {
        @Override
        public String over(String text) {
            int rest = 0;
            for (int value : Alphabet.LETTERS_AND_DIGITS.values(text)) {
                rest = (value < DECIMAL ? rest * DECIMAL + value : rest * DECIMAL * DECIMAL + value) % MOD_97;
            }
            int check = MOD_97 + 1 - rest * DECIMAL * DECIMAL % MOD_97;
            return String.format("%02d", check);
        }

        @Override
        int length() {
            return 2;
        }

        @Override
        boolean knowsLetters() {
            return true;
        }
    },
    /**
     * The Luhn formula: every second digit from the right is doubled. Sees every single wrong digit and all swaps of
     * neighbours but 09 and 90. Source: US patent 2,950,048; ISO/IEC 7812-1, annex B.
     */
    LUHN {
        @Override
        public String over(String text) {
            int sum = 0;
            int[] digits = Alphabet.DIGITS.values(text);
            for (int i = 0; i < digits.length; i++) {
                boolean doubled = (digits.length - i) % 2 == 1;
                int value = doubled ? 2 * digits[i] : digits[i];
                sum += value > DECIMAL - 1 ? value - DECIMAL + 1 : value;
            }
            return String.valueOf((DECIMAL - sum % DECIMAL) % DECIMAL);
        }
    },
    /**
     * The check digit of GTINs: weights 3 and 1 from the right. Sees every single wrong digit and all swaps of
     * neighbours that do not differ by 5. Source: GS1 General Specifications, section 7.9.1.
     */
    GS1 {
        @Override
        public String over(String text) {
            int sum = 0;
            int[] digits = Alphabet.DIGITS.values(text);
            for (int i = 0; i < digits.length; i++) {
                boolean weighs = (digits.length - i) % 2 == 1;
                sum += weighs ? GS1_WEIGHT * digits[i] : digits[i];
            }
            return String.valueOf((DECIMAL - sum % DECIMAL) % DECIMAL);
        }
    };

    private static final int DECIMAL = 10;
    private static final int MOD_97 = 97;
    private static final int GS1_WEIGHT = 3;

    /** The check characters over those of {@code text} that the algorithm knows. */
    public abstract String over(String text);

    /** How many check characters there are. */
    int length() {
        return 1;
    }

    /** Whether letters count; where not, only digits do. */
    boolean knowsLetters() {
        return false;
    }

    /** What the check characters are made of. */
    String characters() {
        return knowsLetters() && length() == 1
                ? Alphabet.LETTERS_AND_DIGITS.characters()
                : Alphabet.DIGITS.characters();
    }

    /** Whether the last characters of {@code text} are the check over those before them. */
    boolean holds(String text) {
        int at = text.length() - length();
        return at > 0 && over(text.substring(0, at)).equals(text.substring(at));
    }

    /** The same of a code as a person or another system wrote it: width, case and separators do not matter. */
    public boolean verifies(String code) {
        return holds(Ledger.norm(code));
    }

    /** The hybrid systems of ISO/IEC 7064: MOD n+1,n. */
    private static String hybrid(String text, Alphabet alphabet) {
        int n = alphabet.size();
        int product = n;
        for (int value : alphabet.values(text)) {
            int sum = (value + product) % n;
            product = 2 * (sum == 0 ? n : sum) % (n + 1);
        }
        return alphabet.character((n + 1 - product) % n);
    }
}
