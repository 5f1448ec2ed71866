package lingnan.hub.kernel;

import java.util.regex.Pattern;

/**
 * The characters that one part of an identifier may have. X-Road forbids control and separator characters in its
 * identifiers; the hub allows letters (also Chinese), digits, dot, hyphen and underscore.
 */
final class Part {

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}._-]{1,80}");

    private Part() {}

    static void check(String name, String value) {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The " + name + " has 1 to 80 letters, digits, dots, hyphens or underscores: " + value);
        }
    }
}
