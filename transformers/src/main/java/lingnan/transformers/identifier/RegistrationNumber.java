package lingnan.transformers.identifier;

import java.time.LocalDate;

/**
 * The number of an enterprise in the register (GS 15-2006, from July 2007): registration authority, sequence, check
 * digit by ISO 7064 MOD 11,10. The 13 digits of before are recognised; a table of renumberings leads on from them.
 *
 * @param value 15 digits, or 13
 */
public record RegistrationNumber(String value) {

    /** Whom the first digit of the sequence stands for. */
    public enum Holder {
        DOMESTIC_ENTERPRISE,
        FOREIGN_ENTERPRISE,
        SELF_EMPLOYED
    }

    public static Checked<RegistrationNumber> check(String text, LocalDate today) {
        return check(text, today, Divisions.UNKNOWN);
    }

    public static Checked<RegistrationNumber> check(String text, LocalDate today, Divisions divisions) {
        String code = Normal.code(text);
        if (code.length() != 15 && code.length() != 13) {
            return Checked.refused(
                    Level.SHAPE, "A registration number has 15 digits, before 2007 13, not " + code.length() + ".");
        }
        if (!Normal.isDigits(code)) {
            return Checked.refused(Level.CHARACTERS, "A registration number is of digits.");
        }
        RegistrationNumber number = new RegistrationNumber(code);
        boolean neverThere = divisions.existence(number.division(), today) == Divisions.Existence.NEVER;
        return new Checked.Warnings()
                .unless(
                        number.isOfBefore2007() || Mod1110.checks(code),
                        Level.CHECK_DIGIT,
                        "The check digit does not fit.")
                .unless(
                        !number.isOfBefore2007(),
                        Level.SEMANTICS,
                        "The number is of before July 2007; look up the one that replaced it.")
                .unless(!neverThere, Level.SEMANTICS, "There is no division " + number.division() + ".")
                .of(number);
    }

    /** The first registration authority's division. */
    public String division() {
        return value.substring(0, 6);
    }

    public boolean isOfBefore2007() {
        return value.length() == 13;
    }

    /** By the seventh digit: in 15 digits the class of the sequence, in 13 the ownership (3 is self-employed). */
    public Holder holder() {
        int seventh = value.charAt(6) - '0';
        if (isOfBefore2007()) {
            return seventh == 3 ? Holder.SELF_EMPLOYED : Holder.DOMESTIC_ENTERPRISE;
        }
        return seventh <= 3
                ? Holder.DOMESTIC_ENTERPRISE
                : seventh <= 5 ? Holder.FOREIGN_ENTERPRISE : Holder.SELF_EMPLOYED;
    }

    @Override
    public String toString() {
        return value;
    }
}
