package lingnan.transformers.identifier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The number of a citizen (GB 11643-1999), 18 characters, or the 15 digits of before. Division of first registration,
 * birth date, sequence (odd is male), check character by ISO 7064 MOD 11-2.
 *
 * @param value 18 or 15 characters, X in capitals
 */
public record CitizenId(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int BORN_IN_THE_1800S = 996;

    public static Checked<CitizenId> check(String text, LocalDate today) {
        return check(text, today, Divisions.UNKNOWN);
    }

    /** @param divisions asked whether the division ever existed; a withdrawn one stays in its numbers for life */
    public static Checked<CitizenId> check(String text, LocalDate today, Divisions divisions) {
        String code = Normal.code(text);
        if (code.length() != 18 && code.length() != 15) {
            return Checked.refused(
                    Level.SHAPE, "A citizen's number has 18 or 15 characters, not " + code.length() + ".");
        }
        String digits = code.length() == 18 && code.endsWith("X") ? code.substring(0, 17) : code;
        if (!Normal.isDigits(digits)) {
            return Checked.refused(
                    Level.CHARACTERS, "A citizen's number is of digits; only the 18th character may be X.");
        }
        CitizenId id = new CitizenId(code);
        Optional<LocalDate> birth = id.birthDate();
        boolean neverThere = divisions.existence(id.division(), today) == Divisions.Existence.NEVER;
        return new Checked.Warnings()
                .unless(id.checks(), Level.CHECK_DIGIT, "The check character does not fit.")
                .unless(birth.isPresent(), Level.SEMANTICS, "The birth date does not exist.")
                .unless(birth.filter(today::isBefore).isEmpty(), Level.SEMANTICS, "The birth date is in the future.")
                .unless(!neverThere, Level.SEMANTICS, "There is no division " + id.division() + ".")
                .of(id);
    }

    /** The 18 characters of this number, whichever form it has. */
    public CitizenId eighteen() {
        if (value.length() == 18) {
            return this;
        }
        String seventeen = value.substring(0, 6) + century() + value.substring(6);
        return new CitizenId(seventeen + checkCharacter(seventeen));
    }

    public String division() {
        return value.substring(0, 6);
    }

    /** Empty if there is no such day. */
    public Optional<LocalDate> birthDate() {
        return Normal.day(value.length() == 18 ? value.substring(6, 14) : century() + value.substring(6, 12));
    }

    public boolean isFemale() {
        char sequence = value.length() == 18 ? value.charAt(16) : value.charAt(14);
        return (sequence - '0') % 2 == 0;
    }

    private String century() {
        return Integer.parseInt(value.substring(12)) >= BORN_IN_THE_1800S ? "18" : "19";
    }

    private boolean checks() {
        return value.length() == 15 || value.charAt(17) == checkCharacter(value.substring(0, 17));
    }

    private static char checkCharacter(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    @Override
    public String toString() {
        return value;
    }
}
