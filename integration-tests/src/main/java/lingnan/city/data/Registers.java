package lingnan.city.data;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * What the five providers hold about one and the same made-up city. The same seed and size give the same registers on
 * every machine.
 *
 * @param enterprises of AIC, in the columns of its bean
 * @param organisations of QTS, in canonical fields
 * @param residents of PSB, in the pinyin columns of the police
 * @param taxpayers of LTAX, in pinyin columns
 * @param deeds of LTAX: deed tax asked and paid
 * @param permits of PLAN, in canonical fields
 */
public record Registers(
        Register enterprises,
        Register organisations,
        Register residents,
        Register taxpayers,
        Register deeds,
        Register permits,
        Quality quality) {

    private static final UnaryOperator<String> TEXT = Codes::lookup;
    private static final UnaryOperator<String> CITIZEN = Codes::lookupCitizen;

    /** @param size about how many records in each register */
    public static Registers of(long seed, int size) {
        Population population = Population.of(seed, size);
        Quality quality = new Quality();
        Scribe scribe = new Scribe(seed, quality);
        return new Registers(
                new Register(
                        new EnterpriseRegister(scribe.of("AIC-ENT-REG")).rows(population),
                        Map.of("regNo", TEXT, "entName", TEXT, "orgCode", TEXT)),
                new Register(
                        new OrganisationRegister(scribe.of("QTS-ORG-CODE")).rows(population),
                        Map.of("organisationCode", TEXT, "name", TEXT, "registrationNumber", TEXT)),
                new Register(
                        new ResidentRegister(scribe.of("PSB-POP-BASE")).rows(population), Map.of("GMSFHM", CITIZEN)),
                new Register(
                        new TaxpayerRegister(scribe.of("LTAX-STATUS")).rows(population),
                        Map.of("NSRSBH", TEXT, "ZZJGDM", TEXT, "ZCH", TEXT)),
                new Register(
                        new DeedRegister(scribe.of("LTAX-DEED-PAID")).rows(population),
                        Map.of("HTBH", TEXT, "GMFZJH", CITIZEN, "FWBH", TEXT)),
                new Register(
                        new PermitRegister(scribe.of("PLAN-BUILD-PERMIT")).rows(population),
                        Map.of("permitNumber", TEXT, "projectNumber", TEXT)),
                quality);
    }

    /** Gives each register chance of its own, so that a change in one leaves the others as they were. */
    private record Scribe(long seed, Quality quality) {

        Flaws of(String register) {
            return new Flaws(new SplittableRandom(seed * 31 + register.hashCode()), register, quality);
        }
    }
}
