package lingnan.hub.catalog;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lingnan.hub.kernel.WorkingDayCalendar;

/** Reads a whole city, telling everything that is wrong with it; there is a snapshot only if nothing is. */
final class CityReader {

    private static final LocalDate NO_DAY = LocalDate.of(2100, 1, 1);

    private CityReader() {}

    static Reading read(CitySettings settings) {
        Findings findings = new Findings();
        CityFolder city = new CityFolder(settings.city(), findings);
        if (!Files.isDirectory(settings.city())) {
            findings.add("", 0, "There is no folder " + settings.city() + ".", "Set hub.city to a city's folder.");
            return new Reading(new Check(0, 0, 0, findings.sorted()), Optional.empty());
        }
        City itself = city.yaml("city.yaml").map(CityReader::itself).orElse(new City("", NO_DAY));
        Agencies agencies = Agencies.read(city, settings, findings);
        settings.agencies().keySet().stream()
                .filter(code -> agencies.all().stream()
                        .noneMatch(agency -> code.equalsIgnoreCase(agency.code().value())))
                .forEach(code -> findings.add(
                        "", 0, "The setting hub.agencies." + code + " names no agency of the city.", "Remove it."));
        Subjects subjects = Subjects.read(city, agencies, findings);
        List<Programme> programmes = new Programmes(agencies, subjects, findings).read(city);
        List<Division> divisions = Divisions.read(city, findings);
        List<Grant> grants = new Grants(agencies, subjects, divisions, findings).read(city);
        List<SharingRule> sharingRules = SharingRules.read(city, findings);
        WorkingDayCalendar calendar = Calendars.read(city, findings);
        CitySnapshot snapshot = new CitySnapshot(
                itself.instance(),
                itself.countedOn(),
                agencies,
                subjects,
                programmes,
                grants,
                divisions,
                calendar,
                sharingRules);
        Check check = counted(snapshot, findings);
        return new Reading(check, check.isSound() ? Optional.of(snapshot) : Optional.empty());
    }

    /** A city's figures are those of one day: bodies that had ended by then, and those yet to come, are not among them. */
    private static Check counted(CitySnapshot city, Findings findings) {
        LocalDate day = city.countedOn();
        return new Check(
                city.agencies(day).size(),
                city.subjects(day).size(),
                (int) city.programmes().stream()
                        .filter(programme -> programme.isValidOn(day))
                        .count(),
                findings.sorted());
    }

    private static City itself(Entries entries) {
        try (entries) {
            entries.label("name");
            AgencyFile.basis(entries);
            return new City(
                    entries.required("instance", Form.TEXT),
                    entries.optional("countedOn", Form.DATE).orElse(NO_DAY));
        }
    }

    /** @param countedOn the day of the city's figures; if it names none, all that there is counts */
    private record City(String instance, LocalDate countedOn) {}

    /** @param snapshot empty if the city is not sound */
    record Reading(Check check, Optional<CitySnapshot> snapshot) {}
}
