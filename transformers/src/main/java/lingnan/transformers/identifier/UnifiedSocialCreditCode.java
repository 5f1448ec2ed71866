package lingnan.transformers.identifier;

import java.time.LocalDate;
import java.util.Set;

/**
 * The unified social credit code (GB 32100-2015), in use since October 2015: registering department, type, division,
 * organisation code, check character. Some legal codes of the pilot fail the check, so that is a warning only.
 *
 * @param value 18 characters
 */
public record UnifiedSocialCreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** Departments and types that the reference names; others exist. */
    private static final Set<String> KNOWN =
            Set.of("11", "12", "19", "51", "52", "53", "59", "91", "92", "93", "99", "Y1");

    public static Checked<UnifiedSocialCreditCode> check(String text, LocalDate today) {
        return check(text, today, Divisions.UNKNOWN);
    }

    public static Checked<UnifiedSocialCreditCode> check(String text, LocalDate today, Divisions divisions) {
        String code = Normal.unhyphenated(text);
        if (code.length() != 18) {
            return Checked.refused(
                    Level.SHAPE, "A unified social credit code has 18 characters, not " + code.length() + ".");
        }
        if (!code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Checked.refused(
                    Level.CHARACTERS,
                    "A unified social credit code is of digits and capitals without I, O, S, V and Z.");
        }
        if (!Normal.isDigits(code.substring(2, 8))) {
            return Checked.refused(Level.CHARACTERS, "The division in a unified social credit code is of six digits.");
        }
        UnifiedSocialCreditCode parsed = new UnifiedSocialCreditCode(code);
        Divisions.Existence division = divisions.existence(parsed.division(), today);
        return new Checked.Warnings()
                .unless(code.charAt(17) == checkCharacter(code), Level.CHECK_DIGIT, "The check character does not fit.")
                .unless(
                        OrganisationCode.check(code.substring(8, 17)).isSound(),
                        Level.CHECK_DIGIT,
                        "The organisation code inside does not fit its own check character.")
                .unless(
                        KNOWN.contains(code.substring(0, 2)),
                        Level.SEMANTICS,
                        "The department and type " + code.substring(0, 2) + " are not among the known ones.")
                .unless(
                        division != Divisions.Existence.NEVER,
                        Level.SEMANTICS,
                        "There is no division " + parsed.division() + ".")
                .of(parsed);
    }

    public String division() {
        return value.substring(2, 8);
    }

    /** The nine characters of the organisation code inside. */
    public OrganisationCode organisationCode() {
        return new OrganisationCode(value.substring(8, 17));
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
