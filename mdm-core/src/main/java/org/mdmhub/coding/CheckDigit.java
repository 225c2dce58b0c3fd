package org.mdmhub.coding;

/** An algorithm that lets a person's typing error in a code be seen. */
public enum CheckDigit {
    /** ISO/IEC 7064 MOD 11,10: over digits, gives a digit; finds all single errors and nearly all swaps. */
    ISO7064_MOD_11_10 {
        @Override
        public char over(String text) {
            int product = 10;
            for (int i = 0; i < text.length(); i++) {
                char character = text.charAt(i);
                if (character >= '0' && character <= '9') {
                    int sum = (character - '0' + product) % 10;
                    product = 2 * (sum == 0 ? 10 : sum) % 11;
                }
            }
            return (char) ('0' + (11 - product) % 10);
        }
    };

    /** The check character over the digits of {@code text}; other characters do not count. */
    public abstract char over(String text);
}
