package lingnan.hub.kernel;

/**
 * The characters that one part of an identifier may have. X-Road forbids control and separator characters in its
 * identifiers; the hub allows letters (also Chinese), digits, dot, hyphen and underscore.
 */
final class Part {

    private static final int LONGEST = 80;

    private Part() {}

    static void check(String name, String value) {
        if (!isAllowed(value)) {
            throw new IllegalArgumentException(
                    "The " + name + " has 1 to 80 letters, digits, dots, hyphens or underscores: " + value);
        }
    }

    private static boolean isAllowed(String value) {
        int length = 0;
        for (int at = 0; at < value.length(); length++) {
            int point = value.codePointAt(at);
            if (!isAllowed(point)) {
                return false;
            }
            at += Character.charCount(point);
        }
        return length >= 1 && length <= LONGEST;
    }

    private static boolean isAllowed(int point) {
        return Character.isLetter(point)
                || switch (Character.getType(point)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> point == '.' || point == '-' || point == '_';
                };
    }
}
