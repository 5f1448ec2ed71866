package lingnan.city.data;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** AIC's view of enterprises, in an Oracle of 2003 and with a SOAP stack that cannot send characters beyond the BMP. */
record EnterpriseRegister(Flaws flaws) {

    List<Row> rows(Population population) {
        return population.enterprises().stream().map(this::row).toList();
    }

    private Row row(Enterprise enterprise) {
        Row clean = clean(enterprise);
        return enterprise.isWellKnown() ? clean : flawed(enterprise, clean);
    }

    private Row flawed(Enterprise enterprise, Row clean) {
        flaws.of(enterprise.registrationNumber());
        Row row = clean.with("entName", flaws.name(clean.get("entName")))
                .with("orgCode", flaws.organisationCode(clean.get("orgCode")))
                .with("legalRepId", flaws.citizenId(clean.get("legalRepId")))
                .with("address", flaws.address(clean.get("address")))
                .with("industry", flaws.gap(clean.get("industry")))
                .with("estDate", date(enterprise.established()));
        if (flaws.strikes(Defect.WITHDRAWN_DIVISION)) {
            row = row.with("divisionName", "岭北区");
        }
        if (flaws.strikes(Defect.SWAPPED_COLUMNS)) {
            row = row.with("entType", clean.get("industry")).with("industry", clean.get("entType"));
        }
        return row;
    }

    private String date(LocalDate date) {
        if (flaws.strikes(Defect.DATE_OF_1900)) {
            return "19000101";
        }
        if (flaws.strikes(Defect.FUTURE_DATE)) {
            return date.plusYears(100).format(DateTimeFormatter.BASIC_ISO_DATE);
        }
        if (flaws.strikes(Defect.ODD_DATE_FORM)) {
            return flaws.words.pick(
                    date.toString(),
                    date.toString().replace('-', '/'),
                    date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日",
                    date.getYear() + "0000",
                    "00000000");
        }
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static Row clean(Enterprise enterprise) {
        return Row.of(
                "regNo", enterprise.registrationNumber(),
                "entName", describingRare(enterprise.name()),
                "orgCode", enterprise.organisationCode(),
                "legalRep", describingRare(enterprise.representative().name()),
                "legalRepId", enterprise.representative().citizenId(),
                "divisionCode", Codes.DIVISION,
                "divisionName", Place.DIVISION_NAME,
                "address", enterprise.seat().address(),
                "entType", enterprise.type(),
                "industry", enterprise.industry(),
                "estDate", enterprise.established().format(DateTimeFormatter.BASIC_ISO_DATE),
                "regAuthority", "广州市工商行政管理局" + Place.DIVISION_NAME + "分局",
                "status", enterprise.isAlive() ? "登记成立" : "注销");
    }

    /** What clerks type where the font has no glyph: the parts of the character in brackets. */
    static String describingRare(String name) {
        return name.replace("𠮷", "（土口）").replace("𤦌", "（王集）");
    }
}
