package lingnan.city.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The city as it really is: persons and enterprises, of which each register has its own view. */
record Population(List<Person> persons, List<Enterprise> enterprises) {

    private static final String[] TYPES = {"有限责任公司(自然人投资或控股)", "有限责任公司(法人独资)", "股份有限公司", "全民所有制", "外商投资企业"};
    private static final LocalDate OLDEST = LocalDate.of(1925, 1, 1);
    private static final int DAYS_OF_BIRTH = (int) (LocalDate.of(2009, 6, 30).toEpochDay() - OLDEST.toEpochDay());
    private static final LocalDate FIRST_ENTERPRISE = LocalDate.of(1984, 1, 1);
    private static final int DAYS_OF_TRADE = 9_400;

    /** @param size how many of each, beside the well-known ones */
    static Population of(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        Words words = new Words(random);
        List<Person> persons = new ArrayList<>(wellKnownPersons());
        // 7,919 shares no factor with the number of days: each day is met once before any is met again.
        for (int i = 0; i < size; i++) {
            LocalDate birth = OLDEST.plusDays(i * 7_919L % DAYS_OF_BIRTH);
            int sequence = 10 + i / DAYS_OF_BIRTH % 490 * 2 + random.nextInt(2);
            boolean isWoman = sequence % 2 == 0;
            Place home = words.place();
            Place residence = random.nextInt(5) == 0 ? words.place() : home;
            persons.add(new Person(
                    Codes.citizenId(birth, sequence), words.person(isWoman), isWoman, birth, home, residence));
        }
        List<Enterprise> enterprises = new ArrayList<>(wellKnownEnterprises(persons));
        for (int i = 0; i < size; i++) {
            enterprises.add(enterprise(random, words, i, persons));
        }
        return new Population(List.copyOf(persons), List.copyOf(enterprises));
    }

    private static Enterprise enterprise(SplittableRandom random, Words words, int serial, List<Person> persons) {
        String trade = words.trade();
        Person representative = adult(random, persons);
        String sequence =
                words.pick("0", "1", "2", "2", "4") + words.pick("1", "1", "1", "2") + Codes.digits(serial, 6);
        return new Enterprise(
                Codes.registrationNumber(sequence),
                Codes.organisationCode(eightOf(serial)),
                words.enterprise(trade, serial),
                representative,
                words.place(),
                words.pick(TYPES),
                trade,
                10 * (1 + random.nextInt(500)),
                FIRST_ENTERPRISE.plusDays(random.nextInt(DAYS_OF_TRADE)),
                random.nextInt(20) != 0);
    }

    private static String eightOf(int serial) {
        String tail = Integer.toString(serial, 36).toUpperCase(Locale.ROOT);
        return "QQX" + "0".repeat(5 - tail.length()) + tail;
    }

    private static Person adult(SplittableRandom random, List<Person> persons) {
        while (true) {
            Person person = persons.get(random.nextInt(persons.size()));
            if (person.birth().getYear() < 1985) {
                return person;
            }
        }
    }

    private static List<Person> wellKnownPersons() {
        Place home = new Place("榕荫街", "广州市岭南区榕荫街示范路1号101房");
        return List.of(
                new Person(WellKnown.CITIZEN_ID, WellKnown.CITIZEN_NAME, true, LocalDate.of(1955, 6, 15), home, home),
                new Person(
                        WellKnown.MIDDLE_DOT_CITIZEN_ID,
                        WellKnown.MIDDLE_DOT_NAME,
                        false,
                        LocalDate.of(1990, 1, 1),
                        home,
                        home),
                new Person(
                        WellKnown.UNPAID_CITIZEN_ID,
                        WellKnown.UNPAID_CITIZEN_NAME,
                        false,
                        LocalDate.of(1980, 1, 1),
                        home,
                        home));
    }

    private static List<Enterprise> wellKnownEnterprises(List<Person> persons) {
        Place seat = new Place("桂香街", "广州市岭南区桂香街样板大道8号");
        return List.of(
                new Enterprise(
                        WellKnown.REGISTRATION_NUMBER,
                        WellKnown.ORGANISATION_CODE,
                        WellKnown.ENTERPRISE_NAME,
                        persons.get(0),
                        seat,
                        TYPES[1],
                        "建设工程",
                        5_000,
                        LocalDate.of(1998, 3, 18),
                        true),
                new Enterprise(
                        WellKnown.RARE_REGISTRATION_NUMBER,
                        WellKnown.RARE_ORGANISATION_CODE,
                        WellKnown.RARE_NAME,
                        persons.get(2),
                        seat,
                        TYPES[0],
                        "房地产开发",
                        1_200,
                        LocalDate.of(2003, 11, 5),
                        true));
    }
}
