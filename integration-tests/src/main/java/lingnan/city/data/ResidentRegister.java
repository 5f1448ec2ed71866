package lingnan.city.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The police's population table, as it was really coded: pinyin initials, codes in one row and labels in the next. */
record ResidentRegister(Flaws flaws) {

    /** How .NET writes a date that is null. */
    private static final String NO_DATE = "0001-01-01T00:00:00";

    List<Row> rows(Population population) {
        List<Row> rows = new ArrayList<>();
        for (Person person : population.persons()) {
            Row clean = clean(person);
            if (person.isWellKnown()) {
                rows.add(clean);
                continue;
            }
            flaws.of(person.citizenId());
            rows.add(flawed(person, clean));
            if (flaws.strikes(Defect.PERSON_IN_TWO_HOUSEHOLDS)) {
                Place other = flaws.words.place();
                rows.add(clean.with("HJXZ", other.address()).with("DJDW", other.street() + "派出所"));
            }
        }
        return rows;
    }

    private Row flawed(Person person, Row clean) {
        boolean childWithoutId = person.birth().getYear() > 2003 && flaws.strikes(Defect.CHILD_WITHOUT_ID);
        Row row = clean.with("GMSFHM", childWithoutId ? "" : flaws.citizenId(clean.get("GMSFHM")))
                .with("HJXZ", flaws.address(clean.get("HJXZ")))
                .with("CYM", flaws.gap(clean.get("CYM")))
                .with("LXDH", flaws.gap(clean.get("LXDH")));
        if (flaws.strikes(Defect.CODE_LIST_DRIFT)) {
            row = row.with("XB", person.isWoman() ? "女" : "男").with("MZ", "汉族").with("HYZK", "已婚");
        }
        if (flaws.strikes(Defect.MOVED_NOT_CANCELLED)) {
            row = row.with("XZQH", "岭北区").with("XZXZ", "广州市岭北区（迁出地址不详）");
        }
        if (flaws.strikes(Defect.ODD_DATE_FORM)) {
            row = row.with("CSRQ", NO_DATE);
        }
        return row;
    }

    private static Row clean(Person person) {
        boolean isOfAge = person.birth().getYear() < 1987;
        int number = Integer.parseInt(person.citizenId().substring(10, 14));
        return Row.of(
                "GMSFHM",
                person.citizenId(),
                "XM",
                person.name(),
                "CYM",
                "",
                "XB",
                person.isWoman() ? "2" : "1",
                "MZ",
                person.name().indexOf('·') > 0 ? "05" : "01",
                "CSRQ",
                person.birth() + "T00:00:00",
                "CSXZ",
                "广东省广州市" + Place.DIVISION_NAME,
                "HJQH",
                Codes.DIVISION,
                "HJXZ",
                person.home().address(),
                "XZQH",
                Codes.DIVISION,
                "XZXZ",
                person.residence().address(),
                "HYZK",
                isOfAge ? "20" : "10",
                "WHCD",
                isOfAge ? "60" : "90",
                "LXDH",
                String.format(Locale.ROOT, "020-0000%04d", number),
                "RYLB",
                "常住人口",
                "DJDW",
                person.home().street() + "派出所",
                "ZXBS",
                "正常");
    }
}
