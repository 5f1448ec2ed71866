package lingnan.transformers.identifier;

/** The hybrid system MOD 11,10 of ISO 7064: one check digit for digits. */
final class Mod1110 {

    private Mod1110() {}

    /** The digit that belongs behind these digits. */
    static int checkDigit(String digits) {
        int[] trace = trace(digits);
        return (11 - trace[trace.length - 1]) % 10;
    }

    static boolean checks(String digits) {
        int last = digits.length() - 1;
        return digits.charAt(last) - '0' == checkDigit(digits.substring(0, last));
    }

    /** The product after each digit, as the standards print it. */
    static int[] trace(String digits) {
        int[] trace = new int[digits.length()];
        int product = 10;
        for (int i = 0; i < trace.length; i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
            trace[i] = product;
        }
        return trace;
    }
}
