package lingnan.hub.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.catalog.Entries.Item;
import lingnan.hub.catalog.Programme.Measure;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;

/** The programmes of {@code programmes/}, one file each, checked against agencies and subjects. */
final class Programmes {

    private final Agencies agencies;
    private final Subjects subjects;
    private final Findings findings;

    Programmes(Agencies agencies, Subjects subjects, Findings findings) {
        this.agencies = agencies;
        this.subjects = subjects;
        this.findings = findings;
    }

    /** In the order of their files' names, which are their codes. */
    List<Programme> read(CityFolder city) {
        List<Programme> programmes = new ArrayList<>();
        for (String file : city.files("programmes", ".yaml")) {
            city.yaml(file).flatMap(this::read).ifPresent(programmes::add);
        }
        return List.copyOf(programmes);
    }

    private Optional<Programme> read(Entries entries) {
        int before = findings.count();
        try (entries) {
            Programme programme = programme(entries);
            return findings.count() == before ? Optional.of(programme) : Optional.empty();
        }
    }

    private Programme programme(Entries entries) {
        String code = entries.required("code", Form.CODE);
        if (!entries.file().endsWith("/" + code + ".yaml")) {
            entries.finding("code", "The code " + code + " is not the file's name.", "Name it " + code + ".yaml.");
        }
        AgencyCode lead = entries.required("lead", Form.AGENCY);
        List<Item<AgencyCode>> members = entries.items("members", Form.AGENCY);
        List<Item<SubjectCode>> shared = entries.items("subjects", Form.SUBJECT);
        checkMembers(entries, lead, members);
        checkSubjects(entries, members, shared);
        Validity validity = Validity.read(entries);
        return new Programme(
                code,
                entries.label("name"),
                lead,
                members.stream().map(Item::value).toList(),
                shared.stream().map(Item::value).toList(),
                measures(entries),
                validity.from(),
                validity.to(),
                AgencyFile.basis(entries));
    }

    private void checkMembers(Entries entries, AgencyCode lead, List<Item<AgencyCode>> members) {
        for (Item<AgencyCode> member : members) {
            if (!agencies.isKnown(member.value())) {
                entries.finding(
                        member.line(),
                        "No agency is named " + member.value() + ".",
                        "Add agencies/" + member.value() + ".yaml.");
            }
        }
        if (entries.has("lead")
                && members.stream().noneMatch(member -> member.value().equals(lead))) {
            entries.finding("lead", "The lead " + lead + " is not among the members.", "Add it to the members.");
        }
    }

    private void checkSubjects(Entries entries, List<Item<AgencyCode>> members, List<Item<SubjectCode>> shared) {
        Set<AgencyCode> present =
                new HashSet<>(members.stream().map(Item::value).toList());
        if (shared.isEmpty() && entries.has("subjects")) {
            entries.finding("subjects", "The programme shares nothing.", "Name at least one subject.");
        }
        for (Item<SubjectCode> subject : shared) {
            if (!subjects.isKnown(subject.value())) {
                entries.finding(
                        subject.line(),
                        "No subject is named " + subject.value() + ".",
                        "Add subjects/" + subject.value() + "/.");
            }
            subjects.newest(subject.value())
                    .map(Subject::provider)
                    .filter(provider -> !present.contains(provider))
                    .ifPresent(provider -> entries.finding(
                            subject.line(),
                            provider + ", who provides " + subject.value() + ", is no member.",
                            "Add it to the members."));
        }
    }

    private static List<Measure> measures(Entries entries) {
        Set<String> codes = new HashSet<>();
        List<Measure> measures = new ArrayList<>();
        for (Entries stated : entries.entries("measures")) {
            Measure measure =
                    new Measure(stated.required("code", Form.CODE), stated.label("name"), stated.label("unit"));
            if (!codes.add(measure.code())) {
                stated.finding("code", "The measure " + measure.code() + " stands twice.", "Keep one of the two.");
            }
            measures.add(measure);
        }
        if (measures.isEmpty() && entries.has("measures")) {
            entries.finding("measures", "The programme has no measure.", "Say by what it is to be judged.");
        }
        return List.copyOf(measures);
    }
}
