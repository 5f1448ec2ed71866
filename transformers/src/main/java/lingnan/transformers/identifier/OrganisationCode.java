package lingnan.transformers.identifier;

/**
 * The code of an organisation (GB 11714-1997), the key of 2009: eight characters and a check character.
 *
 * @param value nine characters without the hyphen
 */
public record OrganisationCode(String value) {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public static Checked<OrganisationCode> check(String text) {
        String code = Normal.unhyphenated(text);
        if (code.length() != 9) {
            return Checked.refused(Level.SHAPE, "An organisation code has 9 characters, not " + code.length() + ".");
        }
        for (int i = 0; i < 9; i++) {
            char c = code.charAt(i);
            if (!(c >= '0' && c <= '9') && !(i < 8 ? c >= 'A' && c <= 'Z' : c == 'X')) {
                return Checked.refused(
                        Level.CHARACTERS, "An organisation code is of digits and capitals; the last is a digit or X.");
            }
        }
        return new Checked.Warnings()
                .unless(code.charAt(8) == checkCharacter(code), Level.CHECK_DIGIT, "The check character does not fit.")
                .of(new OrganisationCode(code));
    }

    /** As it is printed, {@code XXXXXXXX-C}. */
    public String printed() {
        return value.substring(0, 8) + "-" + value.charAt(8);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(i), 36) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check % 11);
    }

    @Override
    public String toString() {
        return value;
    }
}
