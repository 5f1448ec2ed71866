package lingnan.city.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** PLAN's building permits: the newest system of the five, typed, in UTF-8, with characters beyond the BMP. */
record PermitRegister(Flaws flaws) {

    private static final LocalDate FIRST = LocalDate.of(2006, 1, 4);

    List<Row> rows(Population population) {
        List<Row> rows = new ArrayList<>();
        rows.add(wellKnown(population));
        int serial = 0;
        for (Enterprise builder : population.enterprises()) {
            if (!builder.isWellKnown()) {
                serial++;
                Row clean = clean(builder, serial);
                flaws.of(clean.get("permitNumber"));
                rows.add(flawed(clean));
            }
        }
        return rows;
    }

    private Row flawed(Row clean) {
        Row row = clean.with("builder", flaws.name(clean.get("builder")))
                .with("builderOrganisationCode", flaws.organisationCode(clean.get("builderOrganisationCode")))
                .with("location", flaws.address(clean.get("location")));
        if (flaws.strikes(Defect.OTHER_BRACKETS)) {
            row = row.with(
                    "permitNumber", clean.get("permitNumber").replace('〔', '[').replace('〕', ']'));
        }
        if (flaws.strikes(Defect.WRONG_UNIT)) {
            // Ten thousand square metres in a column of square metres.
            String area = clean.get("buildingArea");
            row = row.with(
                    "buildingArea", "0." + Codes.digits(Integer.parseInt(area.substring(0, area.indexOf('.'))), 5));
        }
        return row;
    }

    private static Row clean(Enterprise builder, int serial) {
        LocalDate issued = FIRST.plusDays(serial * 37L % 1_400);
        String place = builder.seat().address();
        return Row.of(
                "permitNumber",
                "穗规建证〔" + issued.getYear() + "〕" + Codes.digits(serial, 4) + "号",
                "projectNumber",
                Codes.projectNumber(issued.getYear(), serial % 99_000),
                "projectName",
                builder.name().replace("有限公司", "") + "综合楼",
                "builder",
                builder.name(),
                "builderOrganisationCode",
                builder.organisationCode(),
                "location",
                place,
                "buildingArea",
                (800 + serial * 131 % 60_000) + ".50",
                "floorAreaRatio",
                "2." + Codes.digits(serial % 100, 2),
                "landPermitNumber",
                "穗规地证〔" + issued.getYear() + "〕" + Codes.digits(serial, 4) + "号",
                "issuedOn",
                issued.toString(),
                "validUntil",
                issued.plusYears(1).toString(),
                "status",
                serial % 17 == 0 ? "作废" : "有效");
    }

    private static Row wellKnown(Population population) {
        Enterprise builder = population.enterprises().stream()
                .filter(enterprise -> enterprise.name().equals(WellKnown.RARE_NAME))
                .findFirst()
                .orElseThrow();
        return clean(builder, 99_001)
                .with("permitNumber", WellKnown.PERMIT_NUMBER)
                .with("projectNumber", WellKnown.PROJECT_NUMBER)
                .with("projectName", "𠮷祥·珠水雅苑一期")
                .with("issuedOn", "2009-09-18")
                .with("validUntil", "2010-09-18")
                .with("landPermitNumber", "穗规地证〔2009〕9901号")
                .with("status", "有效");
    }
}
