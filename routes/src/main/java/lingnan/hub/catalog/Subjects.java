package lingnan.hub.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lingnan.hub.catalog.SubjectFolder.DatedSubject;
import lingnan.hub.kernel.SubjectCode;

/** The subjects of {@code subjects/}, all versions, and the names of the folders that could not be read. */
final class Subjects {

    private final Map<SubjectCode, List<DatedSubject>> versions = new TreeMap<>();
    private final Set<String> folders = new HashSet<>();

    static Subjects read(CityFolder city, Agencies agencies, Findings findings) {
        Subjects subjects = new Subjects();
        for (String folder : city.folders("subjects")) {
            subjects.folders.add(folder.substring(folder.lastIndexOf('/') + 1));
            new SubjectFolder(city, folder, findings)
                    .read(agencies)
                    .ifPresent(subject -> subjects.add(subject, folder, findings));
        }
        return subjects;
    }

    private void add(DatedSubject subject, String folder, Findings findings) {
        SubjectCode code = subject.subject().code();
        int version = subject.subject().version();
        List<DatedSubject> known = versions.computeIfAbsent(code, unused -> new ArrayList<>());
        if (known.stream().anyMatch(other -> other.subject().version() == version)) {
            findings.add(
                    folder + "/subject.yaml",
                    0,
                    "Version " + version + " of " + code + " stands twice.",
                    "Give each version its own number.");
            return;
        }
        known.add(subject);
        known.sort(Comparator.comparingInt(other -> other.subject().version()));
    }

    /** Whether there is a folder for it, even one that could not be read. */
    boolean isKnown(SubjectCode code) {
        return versions.containsKey(code) || folders.contains(code.value());
    }

    List<Subject> newest() {
        return versions.keySet().stream()
                .map(this::newest)
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Subject> newest(SubjectCode code) {
        return all(code).reduce((older, newer) -> newer);
    }

    Optional<Subject> on(SubjectCode code, LocalDate day) {
        return versions.getOrDefault(code, List.of()).stream()
                .filter(dated -> dated.validity().contains(day))
                .map(DatedSubject::subject)
                .reduce((older, newer) -> newer);
    }

    Optional<Subject> pinned(SubjectCode code, int version) {
        return all(code).filter(subject -> subject.version() == version).findFirst();
    }

    private Stream<Subject> all(SubjectCode code) {
        return versions.getOrDefault(code, List.of()).stream().map(DatedSubject::subject);
    }
}
