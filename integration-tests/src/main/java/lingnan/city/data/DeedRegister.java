package lingnan.city.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Deed tax at local tax, by contract: what the land authority asks before it writes a title. */
record DeedRegister(Flaws flaws) {

    private static final LocalDate YEAR = LocalDate.of(2009, 1, 1);

    List<Row> rows(Population population) {
        List<Row> rows = new ArrayList<>();
        rows.add(paid(WellKnown.PAID_CONTRACT, WellKnown.CITIZEN_ID, WellKnown.PAID_HOUSE, 990_001));
        rows.add(other(WellKnown.UNPAID_CONTRACT, WellKnown.UNPAID_CITIZEN_ID, WellKnown.UNPAID_HOUSE, "UNPAID"));
        int serial = 0;
        for (Person person : population.persons()) {
            if (person.birth().getYear() < 1990 && !person.isWellKnown()) {
                serial++;
                flaws.of(person.citizenId());
                rows.add(row(flaws.citizenId(person.citizenId()), serial));
            }
        }
        return rows;
    }

    private Row row(String buyer, int serial) {
        String contract = "CLF2009-" + Codes.digits(serial, 6);
        String house = "FW" + Codes.DIVISION + Codes.digits(serial, 6);
        return switch (serial % 10) {
            case 0 -> other(contract, buyer, house, "EXEMPT");
            case 1, 2 -> other(contract, buyer, house, "UNPAID");
            default -> paid(contract, buyer, house, serial);
        };
    }

    private static Row paid(String contract, String buyer, String house, int serial) {
        return other(contract, buyer, house, "PAID")
                .with("PZH", "粤地契" + Codes.digits(serial, 8))
                .with("JKRQ", YEAR.plusDays(serial % 300).toString());
    }

    private static Row other(String contract, String buyer, String house, String result) {
        return Row.of("HTBH", contract, "GMFZJH", buyer, "FWBH", house, "JG", result, "PZH", "", "JKRQ", "");
    }
}
