package lingnan.transformers.identifier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The number of a construction permit: division of the issuing body, day of the project's registration, serial of that
 * day, class of works. It has no check digit. One city appends a letter for a part of the works.
 *
 * @param value 18 digits, with S (pit), J (foundation), Z (fit-out) or A (installation) behind them if it is of a part
 */
public record ConstructionPermitNumber(String value) {

    private static final int LAST_CLASS = 19;

    public static Checked<ConstructionPermitNumber> check(String text, LocalDate today) {
        return check(text, today, Divisions.UNKNOWN);
    }

    public static Checked<ConstructionPermitNumber> check(String text, LocalDate today, Divisions divisions) {
        String code = Normal.unhyphenated(text);
        boolean ofPart = code.length() == 19;
        if (code.length() != 18 && !ofPart) {
            return Checked.refused(
                    Level.SHAPE, "A construction permit's number has 18 digits, not " + code.length() + " characters.");
        }
        if (!Normal.isDigits(code.substring(0, 18)) || (ofPart && "SJZA".indexOf(code.charAt(18)) < 0)) {
            return Checked.refused(
                    Level.CHARACTERS, "A construction permit's number is of digits; S, J, Z or A may follow.");
        }
        ConstructionPermitNumber number = new ConstructionPermitNumber(code);
        Optional<LocalDate> day = number.registeredOn();
        int works = Integer.parseInt(code.substring(16, 18));
        return new Checked.Warnings()
                .unless(day.isPresent(), Level.SEMANTICS, "The day of registration does not exist.")
                .unless(
                        day.filter(today::isBefore).isEmpty(),
                        Level.SEMANTICS,
                        "The day of registration is in the future.")
                .unless(!code.startsWith("00", 14), Level.SEMANTICS, "The serial of the day is 00.")
                .unless(works >= 1 && works <= LAST_CLASS, Level.SEMANTICS, "There is no class of works " + works + ".")
                .division(number.division(), day.orElse(today), divisions)
                .of(number);
    }

    public String division() {
        return value.substring(0, 6);
    }

    /** Empty if there is no such day. */
    public Optional<LocalDate> registeredOn() {
        return Normal.day(value.substring(6, 14));
    }

    @Override
    public String toString() {
        return value;
    }
}
