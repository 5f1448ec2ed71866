package lingnan.hub.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lingnan.hub.catalog.SharingRule.Limits;
import lingnan.hub.catalog.Subject.Sharing;

/** The rules of {@code sharing-rules/}, one file for each; from the first to the last no day is without one. */
final class SharingRules {

    private static final Form<Integer> WORKING_DAYS =
            new Form<>("a whole number of working days from 0 to 250", 0, SharingRules::workingDays);

    /** Of a rule that has a finding and never holds. */
    private static final Limits NO_LIMIT = new Limits(0, 0, 0, Agency.Basis.ASSUMED);

    private final List<Read> rules = new ArrayList<>();

    private record Read(SharingRule rule, Entries entries) {}

    private SharingRules() {}

    static List<SharingRule> read(CityFolder city, Findings findings) {
        SharingRules rules = new SharingRules();
        for (String file : city.files("sharing-rules", ".yaml")) {
            city.yaml(file).ifPresent(entries -> {
                try (entries) {
                    rules.read(entries, findings);
                }
            });
        }
        rules.rules.sort(Comparator.comparing(read -> read.rule().validFrom()));
        rules.checkDays();
        return rules.rules.stream().map(Read::rule).toList();
    }

    private void read(Entries entries, Findings findings) {
        int before = findings.count();
        Map<Sharing, Limits> limits = new EnumMap<>(Sharing.class);
        for (Entries one : entries.entries("classes")) {
            Sharing sharing = one.required("sharing", Form.oneOf(Sharing.class));
            if (sharing == Sharing.NONE && one.has("sharing")) {
                one.finding("sharing", "What is not shared is not requested.", "Remove the class NONE.");
            }
            if (limits.putIfAbsent(sharing, limits(one)) != null) {
                one.finding("sharing", "The class " + sharing + " stands twice.", "Keep one of the two.");
            }
        }
        Validity validity = Validity.read(entries);
        if (!entries.has("objection")) {
            entries.finding("code", "The rule does not say how soon an objection is answered.", "Add objection:.");
        }
        SharingRule rule = new SharingRule(
                entries.required("code", Form.CODE),
                entries.label("name"),
                validity.from(),
                validity.to(),
                limits,
                entries.mapping("objection").map(SharingRules::objection).orElse(NO_LIMIT),
                AgencyFile.basis(entries));
        for (Sharing sharing : List.of(Sharing.UNCONDITIONAL, Sharing.CONDITIONAL)) {
            if (entries.has("classes") && findings.count() == before && !limits.containsKey(sharing)) {
                entries.finding("classes", "The class " + sharing + " has no limits.", "Add it.");
            }
        }
        if (findings.count() == before) {
            rules.add(new Read(rule, entries));
        }
    }

    private static Limits limits(Entries entries) {
        int answer = entries.required("answerWithin", WORKING_DAYS);
        int share = entries.required("shareWithin", WORKING_DAYS);
        int warning = entries.required("warnBefore", WORKING_DAYS);
        if (warning > Math.max(answer, share)) {
            entries.finding("warnBefore", "The warning would come before the limit begins.", "Use fewer days.");
        }
        return new Limits(answer, share, warning, AgencyFile.basis(entries));
    }

    private static Limits objection(Entries entries) {
        int answer = entries.required("answerWithin", WORKING_DAYS);
        int warning = entries.required("warnBefore", WORKING_DAYS);
        if (warning > answer) {
            entries.finding("warnBefore", "The warning would come before the limit begins.", "Use fewer days.");
        }
        return new Limits(answer, 0, warning, AgencyFile.basis(entries));
    }

    private void checkDays() {
        for (int i = 1; i < rules.size(); i++) {
            SharingRule earlier = rules.get(i - 1).rule();
            SharingRule later = rules.get(i).rule();
            Entries entries = rules.get(i).entries();
            if (earlier.validTo() == null || !earlier.validTo().isBefore(later.validFrom())) {
                entries.finding(
                        "validFrom",
                        "The rules " + earlier.code() + " and " + later.code() + " hold on the same days.",
                        "Part their days.");
            } else if (earlier.validTo().plusDays(1).isBefore(later.validFrom())) {
                entries.finding(
                        "validFrom",
                        "Between the rules " + earlier.code() + " and " + later.code() + " are days without a rule.",
                        "Let one begin on the day after the other ends.");
            }
        }
    }

    private static int workingDays(String text) {
        int days = Integer.parseInt(text);
        if (days < 0 || days > 250) {
            throw new IllegalArgumentException();
        }
        return days;
    }
}
