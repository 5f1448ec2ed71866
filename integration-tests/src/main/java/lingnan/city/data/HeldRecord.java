package lingnan.city.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One record, made field by field. Fields that speak of the same part in it, such as {@code womanId} and
 * {@code womanName}, speak of the same person or enterprise, and its days follow one another.
 */
final class HeldRecord {

    private static final ElementWords WORDS = ElementWords.read();
    private static final Pattern PART = Pattern.compile(
            "(OrganisationCode|RegistrationNumber|BirthDate|Nationality|Address|Phone|Name|Sex|Id|Code)$");
    private static final LocalDate FIRST_DAY = LocalDate.of(2002, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2009, 11, 9);
    private static final Pattern AHEAD = Pattern.compile("(?i).*(until|expir|planned|validTo|end|due|to$|next).*");

    private final Population population;
    private final SplittableRandom random;
    private final int serial;
    private final Map<String, Person> persons = new HashMap<>();
    private final Map<String, Enterprise> enterprises = new HashMap<>();
    private LocalDate day;

    /** @param serial from 0, of which the first is about the well-known */
    HeldRecord(Population population, SplittableRandom random, int serial) {
        this.population = population;
        this.random = random;
        this.serial = serial;
        this.day = FIRST_DAY.plusDays(random.nextInt(1_800));
    }

    Map<String, String> values(HeldSubject subject) {
        Map<String, String> values = new LinkedHashMap<>();
        subject.fields().forEach(field -> values.put(field.name(), value(field.name(), field.element())));
        return values;
    }

    private String value(String name, String element) {
        return switch (element) {
            case "CitizenId", "HolderNumber" -> person(name).citizenId();
            case "PersonName" ->
                name.startsWith("legal")
                        ? enterprise("").representative().name()
                        : person(name).name();
            case "Sex" -> person(name).isWoman() ? "女" : "男";
            case "OrganisationCode" -> enterprise(name).organisationCode();
            case "EnterpriseName" -> enterprise(name).name();
            case "RegistrationNumber" -> enterprise(name).registrationNumber();
            case "TaxpayerNumber" -> Codes.DIVISION + enterprise(name).organisationCode();
            case "ProjectNumber" -> serial == 0 ? WellKnown.PROJECT_NUMBER : Codes.projectNumber(2009, serial);
            case "ProjectName" -> projectName();
            case "DivisionCode" -> Codes.DIVISION;
            case "Address" ->
                serial == 0 ? "广州市岭南区桂香街样板大道8号" : person(name).residence().address();
            case "Date" -> date(name);
            case "DateTime" -> date(name) + "T" + time() + "+08:00";
            case "Year" -> Integer.toString(2005 + random.nextInt(5));
            case "YearMonth" -> "2009-" + Codes.digits(1 + random.nextInt(10), 2);
            case "Quarter" -> "2009-Q" + (1 + random.nextInt(3));
            default -> WORDS.value(element, serial, random);
        };
    }

    private String projectName() {
        int site = serial % population.enterprises().size();
        return population.enterprises().get(site).seat().street() + Words.chinese(serial + 1) + "号地块项目";
    }

    /** The well-known citizen is the first part of the first record; others follow. */
    private Person person(String field) {
        int at = (serial + persons.size() * 7) % population.persons().size();
        if (field.startsWith("legalRepresentative")) {
            return enterprise("").representative();
        }
        return persons.computeIfAbsent(part(field), part -> fitting(part, at));
    }

    /** Husbands are men, children are young, whoever else is named is grown up. */
    private Person fitting(String part, int from) {
        Stream<Person> all = IntStream.range(from, from + population.persons().size())
                .mapToObj(i -> population.persons().get(i % population.persons().size()));
        return switch (part) {
            case "" -> all.findFirst().orElseThrow();
            case "husband", "father", "man" ->
                all.filter(person -> !person.isWoman() && isGrown(person))
                        .findFirst()
                        .orElseThrow();
            case "wife", "mother", "woman" ->
                all.filter(person -> person.isWoman() && isGrown(person))
                        .findFirst()
                        .orElseThrow();
            case "child" -> all.filter(person -> !isGrown(person)).findFirst().orElseThrow();
            default -> all.filter(HeldRecord::isGrown).findFirst().orElseThrow();
        };
    }

    private static boolean isGrown(Person person) {
        return person.birth().getYear() < 1987;
    }

    private Enterprise enterprise(String field) {
        int at = (serial + enterprises.size() * 11) % population.enterprises().size();
        return enterprises.computeIfAbsent(
                part(field), part -> population.enterprises().get(at));
    }

    /** Whose a field is; the plain names all mean the one whom the record is about. */
    private static String part(String field) {
        String part = PART.matcher(field).replaceFirst("").toLowerCase(Locale.ROOT);
        return switch (part) {
            case "citizen",
                    "person",
                    "organisation",
                    "organisationname",
                    "enterprise",
                    "registration",
                    "registrationnumber",
                    "taxpayer",
                    "taxpayernumber",
                    "name",
                    "unit",
                    "sex",
                    "birthdate",
                    "address" -> "";
            default -> part;
        };
    }

    private String date(String field) {
        if (field.toLowerCase(Locale.ROOT).contains("birth")) {
            return person(field).birth().toString();
        }
        if (AHEAD.matcher(field).matches()) {
            return day.plusYears(1 + random.nextInt(4)).toString();
        }
        day = day.plusDays(random.nextInt(120));
        return (day.isAfter(LAST_DAY) ? LAST_DAY : day).toString();
    }

    private String time() {
        return Codes.digits(8 + random.nextInt(10), 2) + ":" + Codes.digits(random.nextInt(60), 2) + ":00";
    }

    static String decimal(SplittableRandom random, double least, double most) {
        return BigDecimal.valueOf(least + random.nextDouble() * (most - least))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
