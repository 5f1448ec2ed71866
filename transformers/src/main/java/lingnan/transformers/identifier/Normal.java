package lingnan.transformers.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lingnan.transformers.charset.FullWidth;

/** The normal form of codes, and the parts that several of them share. */
final class Normal {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\uFEFF\\u200B]+");
    private static final Pattern HYPHENS = Pattern.compile("[-\\u2010-\\u2015\\u2212]");

    private Normal() {}

    /** Full-width forms to ASCII, capitals, no white space anywhere. */
    static String code(String text) {
        return BLANKS.matcher(FullWidth.toHalfWidth(text)).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** As {@link #code}, without hyphens and dashes too. */
    static String unhyphenated(String text) {
        return HYPHENS.matcher(code(text)).replaceAll("");
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** @param digits yyyyMMdd */
    static Optional<LocalDate> day(String digits) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6, 8))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
