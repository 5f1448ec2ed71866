package lingnan.hub.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The divisions of {@code divisions/}. */
final class Divisions {

    private static final Form<String> CODE = new Form<>("6, 9 or 12 digits in quotes", "", Divisions::code);

    private Divisions() {}

    static List<Division> read(CityFolder city, Findings findings) {
        TreeMap<String, Division> divisions = new TreeMap<>();
        for (String file : city.files("divisions", ".yaml")) {
            city.yaml(file).ifPresent(entries -> {
                try (entries) {
                    entries.entries("divisions").forEach(division -> add(division, divisions));
                    checkSuccessors(entries, divisions);
                }
            });
        }
        return divisions.values().stream()
                .sorted(Comparator.comparing(Division::code))
                .toList();
    }

    private static void add(Entries entries, TreeMap<String, Division> divisions) {
        OptionalInt from = year(entries, "from");
        OptionalInt until = year(entries, "until");
        if (from.isPresent() && until.isPresent() && until.getAsInt() < from.getAsInt()) {
            entries.finding("until", "The division ends before it begins.", "Put from before until.");
        }
        Division division = new Division(
                entries.required("code", CODE),
                entries.label("name"),
                from,
                until,
                entries.has("successors") ? entries.list("successors", CODE) : List.of(),
                AgencyFile.basis(entries));
        if (divisions.putIfAbsent(division.code(), division) != null) {
            entries.finding("code", "The division " + division.code() + " stands twice.", "Keep one of the two.");
        }
    }

    private static void checkSuccessors(Entries entries, TreeMap<String, Division> divisions) {
        divisions.values().forEach(division -> division.successors().stream()
                .filter(successor -> !divisions.containsKey(successor))
                .forEach(successor -> entries.finding(
                        "divisions",
                        "The successor " + successor + " of " + division.code() + " is not listed.",
                        "Add it.")));
    }

    private static OptionalInt year(Entries entries, String key) {
        return entries.optional(key, Form.YEAR).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static String code(String text) {
        if (!text.matches("[0-9]{6}([0-9]{3}){0,2}")) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
