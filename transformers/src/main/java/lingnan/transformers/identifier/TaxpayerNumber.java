package lingnan.transformers.identifier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The number of a taxpayer: an organisation's division and organisation code (15), a citizen's number and a sequence
 * (20; 15 digits and five zeros, or 18 and two digits), from October 2015 the unified social credit code (18), with an
 * L before it for temporary taxpayers.
 *
 * @param value 15, 18, 19 or 20 characters
 */
public record TaxpayerNumber(String value) {

    public static Checked<TaxpayerNumber> check(String text, LocalDate today) {
        String code = Normal.unhyphenated(text);
        return switch (code.length()) {
            case 15 -> organisation(code);
            case 18 -> wrap(code, UnifiedSocialCreditCode.check(code, today));
            case 19 ->
                code.startsWith("L")
                        ? wrap(code, UnifiedSocialCreditCode.check(code.substring(1), today))
                        : Checked.refused(Level.CHARACTERS, "A taxpayer's number of 19 characters starts with L.");
            case 20 -> person(code, today);
            default ->
                Checked.refused(
                        Level.SHAPE, "A taxpayer's number has 15, 18, 19 or 20 characters, not " + code.length() + ".");
        };
    }

    private static Checked<TaxpayerNumber> organisation(String code) {
        if (!Normal.isDigits(code.substring(0, 6))) {
            return Checked.refused(Level.CHARACTERS, "An organisation's taxpayer number starts with six digits.");
        }
        return wrap(code, OrganisationCode.check(code.substring(6)));
    }

    private static Checked<TaxpayerNumber> person(String code, LocalDate today) {
        boolean fifteen = code.endsWith("00000");
        return fifteen || Normal.isDigits(code.substring(18))
                ? wrap(code, CitizenId.check(code.substring(0, fifteen ? 15 : 18), today))
                : Checked.refused(Level.CHARACTERS, "A person's taxpayer number ends with two digits.");
    }

    private static Checked<TaxpayerNumber> wrap(String code, Checked<?> inner) {
        return new Checked<>(inner.value().map(value -> new TaxpayerNumber(code)), inner.remarks());
    }

    /**
     * What to compare two tax offices' numbers by: the organisation code, because the divisions before it may differ.
     * Empty for persons.
     */
    public Optional<OrganisationCode> organisationCode() {
        return switch (value.length()) {
            case 15 -> Optional.of(new OrganisationCode(value.substring(6)));
            case 18 -> Optional.of(new OrganisationCode(value.substring(8, 17)));
            case 19 -> Optional.of(new OrganisationCode(value.substring(9, 18)));
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
