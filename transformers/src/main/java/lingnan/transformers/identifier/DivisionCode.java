package lingnan.transformers.identifier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The code of a division (GB/T 2260): 6 digits for a county, 9 with the street or town, 12 with the community or
 * village. Codes come and go; whether one existed on a day, a table says.
 *
 * @param value 6, 9 or 12 digits
 */
public record DivisionCode(String value) {

    public static Checked<DivisionCode> check(String text, LocalDate day, Divisions divisions) {
        String code = Normal.code(text);
        if (code.length() != 6 && code.length() != 9 && code.length() != 12) {
            return Checked.refused(Level.SHAPE, "A division's code has 6, 9 or 12 digits, not " + code.length() + ".");
        }
        if (!Normal.isDigits(code)) {
            return Checked.refused(Level.CHARACTERS, "A division's code is of digits.");
        }
        return new Checked.Warnings().division(code, day, divisions).of(new DivisionCode(code));
    }

    public String county() {
        return value.substring(0, 6);
    }

    /** The nine digits of the street or town, if the code goes down to it. */
    public Optional<String> street() {
        return value.length() >= 9 ? Optional.of(value.substring(0, 9)) : Optional.empty();
    }

    /** Whether another division is this one or lies in it. A city's code ends with 00, a province's with 0000. */
    public boolean contains(DivisionCode other) {
        return other.value.startsWith(value.length() == 6 ? value.replaceFirst("(?:00){1,2}$", "") : value);
    }

    @Override
    public String toString() {
        return value;
    }
}
