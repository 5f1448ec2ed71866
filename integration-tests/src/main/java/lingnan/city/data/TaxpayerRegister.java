package lingnan.city.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Local tax' view of enterprises: kept in GBK, a year behind AIC, and without those that never came. */
record TaxpayerRegister(Flaws flaws) {

    List<Row> rows(Population population) {
        List<Row> rows = new ArrayList<>();
        for (Enterprise enterprise : population.enterprises()) {
            Row clean = clean(enterprise);
            flaws.of(enterprise.registrationNumber());
            if (enterprise.isWellKnown()) {
                rows.add(clean);
            } else if (!flaws.strikes(Defect.NOT_REGISTERED_FOR_TAX)) {
                rows.add(flawed(enterprise, clean));
            }
        }
        return rows;
    }

    private Row flawed(Enterprise enterprise, Row clean) {
        Row row = clean.with("NSRMC", flaws.name(clean.get("NSRMC")))
                .with("ZZJGDM", flaws.organisationCode(clean.get("ZZJGDM")))
                .with("JYDZ", flaws.address(clean.get("JYDZ")))
                .with("SZ", flaws.gap(clean.get("SZ")));
        if (flaws.strikes(Defect.NAME_CHANGED_NOT_AT_TAX)) {
            row = row.with("NSRMC", clean.get("NSRMC").replace("广州", "广州市原"));
        }
        if (flaws.strikes(Defect.PREMISES_DIFFER)) {
            row = row.with("JYDZ", flaws.words.place().address());
        }
        if (flaws.strikes(Defect.REPRESENTATIVE_CHANGED)) {
            row = row.with("FDDBR", Flaws.throughGbk(flaws.words.person(false)));
        }
        if (flaws.strikes(Defect.CANCELLED_HERE_ALIVE_THERE)) {
            row = row.with("ZT", enterprise.isAlive() ? "注销" : "正常");
        }
        if (flaws.strikes(Defect.ODD_DATE_FORM)) {
            row = row.with(
                    "DJRQ", flaws.words.pick(clean.get("DJRQ").replace("-", ""), "1900-01-01", "9999-12-31", "长期"));
        }
        return row;
    }

    private static Row clean(Enterprise enterprise) {
        LocalDate registered = enterprise.established().plusDays(30);
        return Row.of(
                "NSRSBH", Codes.DIVISION + enterprise.organisationCode(),
                "NSRMC", Flaws.throughGbk(enterprise.name()),
                "ZZJGDM", enterprise.organisationCode(),
                "ZCH", enterprise.registrationNumber(),
                "DJLX", enterprise.type(),
                "SWJG", "广州市地方税务局" + Place.DIVISION_NAME + "税务分局",
                "FDDBR", Flaws.throughGbk(enterprise.representative().name()),
                "JYDZ", enterprise.seat().address(),
                "DJRQ", registered.toString(),
                "ZT", enterprise.isAlive() ? "正常" : "注销",
                "SZ", "营业税,城市维护建设税,教育费附加,企业所得税");
    }
}
