package lingnan.city.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** QTS' register of organisation codes: typed, in UTF-8, and still with two codes for one firm and one code for two. */
record OrganisationRegister(Flaws flaws) {

    private static final LocalDate TODAY = LocalDate.of(2009, 11, 10);

    List<Row> rows(Population population) {
        List<Row> rows = new ArrayList<>();
        for (Enterprise enterprise : population.enterprises()) {
            Row clean = clean(enterprise);
            if (enterprise.isWellKnown()) {
                rows.add(clean);
                continue;
            }
            flaws.of(enterprise.organisationCode());
            Row before = rows.get(rows.size() - 1);
            boolean shared = flaws.strikes(Defect.SHARED_ORGANISATION_CODE);
            rows.add(
                    shared
                            ? clean.with("organisationCode", before.get("organisationCode"))
                            : flawed(enterprise, clean));
            if (flaws.strikes(Defect.TWO_ORGANISATION_CODES)) {
                String second = "QQY" + enterprise.organisationCode().substring(3, 8);
                rows.add(clean.with("organisationCode", Codes.organisationCode(second)));
            }
        }
        return rows;
    }

    private Row flawed(Enterprise enterprise, Row clean) {
        Row row = clean.with("organisationCode", flaws.organisationCode(clean.get("organisationCode")))
                .with("name", flaws.name(clean.get("name")))
                .with("legalRepresentativeId", flaws.citizenId(clean.get("legalRepresentativeId")))
                .with("address", flaws.address(clean.get("address")))
                .with("phone", flaws.gap(clean.get("phone")));
        if (flaws.strikes(Defect.WRONG_UNIT)) {
            // Yuan in a column of ten thousand yuan.
            row = row.with("capital", enterprise.capital() + "0000.00");
        }
        if (flaws.strikes(Defect.DATE_OF_1900)) {
            row = row.with("establishedOn", "1900-01-01");
        }
        return row;
    }

    private static Row clean(Enterprise enterprise) {
        LocalDate issued = enterprise.established().plusDays(20);
        LocalDate expires = issued.plusYears(4 * (1 + (TODAY.getYear() - issued.getYear()) / 4));
        return Row.of(
                "organisationCode", enterprise.organisationCode(),
                "name", enterprise.name(),
                "organisationType", "企业法人",
                "legalRepresentative", enterprise.representative().name(),
                "legalRepresentativeId", enterprise.representative().citizenId(),
                "address", enterprise.seat().address(),
                "postCode", "510000",
                "phone", "020-0000" + enterprise.registrationNumber().substring(10, 14),
                "industry", enterprise.industry(),
                "economicType", enterprise.type(),
                "capital", enterprise.capital() + ".00",
                "establishedOn", enterprise.established().toString(),
                "approvingBody", "广州市工商行政管理局",
                "registrationNumber", enterprise.registrationNumber(),
                "issuedOn", issued.toString(),
                "expiresOn", expires.toString(),
                "annualCheckOn", "2009-06-30",
                "status", enterprise.isAlive() ? "有效" : "注销");
    }
}
