package lingnan.hub.catalog;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import lingnan.hub.kernel.WorkingDayCalendar;

/** Reads a whole city, telling everything that is wrong with it; there is a snapshot only if nothing is. */
final class CityReader {

    private CityReader() {}

    static Reading read(CitySettings settings) {
        Findings findings = new Findings();
        CityFolder city = new CityFolder(settings.city(), findings);
        if (!Files.isDirectory(settings.city())) {
            findings.add("", 0, "There is no folder " + settings.city() + ".", "Set hub.city to a city's folder.");
            return new Reading(new Check(0, 0, 0, findings.sorted()), Optional.empty());
        }
        String instance = instance(city);
        Agencies agencies = Agencies.read(city, settings, findings);
        settings.agencies().keySet().stream()
                .filter(code -> agencies.all().stream()
                        .noneMatch(agency -> code.equalsIgnoreCase(agency.code().value())))
                .forEach(code -> findings.add(
                        "", 0, "The setting hub.agencies." + code + " names no agency of the city.", "Remove it."));
        Subjects subjects = Subjects.read(city, agencies, findings);
        List<Grant> grants = new Grants(agencies, subjects, findings).read(city);
        List<Division> divisions = Divisions.read(city, findings);
        WorkingDayCalendar calendar = Calendars.read(city, findings);
        CitySnapshot snapshot = new CitySnapshot(instance, agencies, subjects, grants, divisions, calendar);
        Check check = new Check(
                (int) agencies.all().stream().map(Agency::code).distinct().count(),
                snapshot.subjects().size(),
                0,
                findings.sorted());
        return new Reading(check, check.isSound() ? Optional.of(snapshot) : Optional.empty());
    }

    private static String instance(CityFolder city) {
        return city.yaml("city.yaml")
                .map(entries -> {
                    try (entries) {
                        entries.label("name");
                        AgencyFile.basis(entries);
                        return entries.required("instance", Form.TEXT);
                    }
                })
                .orElse("");
    }

    /** @param snapshot empty if the city is not sound */
    record Reading(Check check, Optional<CitySnapshot> snapshot) {}
}
