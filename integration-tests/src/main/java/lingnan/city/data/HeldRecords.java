package lingnan.city.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * What the agencies have on record of the subjects that the hub holds, as files to be loaded. The first record of each is
 * whole, free of defects and about the well-known builder or citizen; the others have gaps, and the defects of real
 * registers.
 */
public final class HeldRecords {

    /** When the registers were copied: the evening before the day that the city's figures are counted on. */
    public static final String AS_OF = "2009-11-09T22:00:00+08:00";

    private static final int OPTIONAL_GAPS_IN_HUNDRED = 6;

    private final Population population;
    private final long seed;
    private final Quality quality = new Quality();

    private HeldRecords(long seed, int size) {
        this.seed = seed;
        this.population = Population.of(seed, size);
    }

    /** @param size how many records each subject has; the same seed and size give the same records on every machine */
    public static HeldRecords of(long seed, int size) {
        return new HeldRecords(seed, size);
    }

    /**
     * Writes {@code <SUBJECT>.xml} for each subject of a city that is not answered live.
     *
     * @param wanted of which subjects, by their codes
     */
    public void write(Path city, Path folder, Predicate<String> wanted) throws IOException {
        Files.createDirectories(folder);
        for (HeldSubject subject : HeldSubject.of(city)) {
            if (wanted.test(subject.code())) {
                write(subject, folder.resolve(subject.code() + ".xml"));
            }
        }
    }

    private void write(HeldSubject subject, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records xmlns=\"" + subject.namespace()
                    + "\" asOf=\"" + AS_OF + "\">\n");
            for (Map<String, String> record : records(subject)) {
                out.write("<record>");
                for (Map.Entry<String, String> field : record.entrySet()) {
                    out.write("<" + field.getKey() + ">" + escaped(field.getValue()) + "</" + field.getKey() + ">");
                }
                out.write("</record>\n");
            }
            out.write("</records>\n");
        }
    }

    /** Field to text, in the order of the schema. */
    public List<Map<String, String>> records(HeldSubject subject) {
        SplittableRandom random =
                new SplittableRandom(seed * 31 + subject.code().hashCode());
        Flaws flaws = new Flaws(random, subject.code(), quality);
        List<Map<String, String>> records = new ArrayList<>();
        for (int serial = 0; serial < population.persons().size(); serial++) {
            HeldRecord record = new HeldRecord(population, random, serial);
            Map<String, String> values = record.values(subject);
            if (serial > 0) {
                flaw(subject, values, flaws, random);
            }
            records.add(values);
        }
        return records;
    }

    private static void flaw(HeldSubject subject, Map<String, String> values, Flaws flaws, SplittableRandom random) {
        String first = subject.fields().get(0).name();
        flaws.of(values.getOrDefault(first, ""));
        for (HeldSubject.Field field : subject.fields()) {
            if (!field.isRequired() && random.nextInt(100) < OPTIONAL_GAPS_IN_HUNDRED) {
                values.remove(field.name());
            } else if (!field.name().equals(first)) {
                values.computeIfPresent(field.name(), (name, value) -> flawed(field, value, flaws));
            }
        }
    }

    private static String flawed(HeldSubject.Field field, String value, Flaws flaws) {
        return switch (field.element()) {
            case "CitizenId" -> flaws.citizenId(value);
            case "OrganisationCode" -> flaws.organisationCode(value);
            case "EnterpriseName" -> flaws.name(value);
            case "Address" -> flaws.address(value);
            case "Industry", "Reason", "Remark", "Condition" -> flaws.gap(value);
            case "Date" -> flaws.strikes(Defect.DATE_OF_1900) ? "1900-01-01" : value;
            default -> value;
        };
    }

    /** Which defects were put where, in what was made so far. */
    public Quality quality() {
        return quality;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
