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
import lingnan.hub.kernel.SubjectCode;

/** The subjects of {@code subjects/}, all versions, and the names of the folders that could not be read. */
final class Subjects {

    private final Map<SubjectCode, List<SubjectFolder.Read>> versions = new TreeMap<>();
    private final Set<String> folders = new HashSet<>();

    /** Folders are read side by side: compiling their schemas is most of what reading a city costs. */
    static Subjects read(CityFolder city, Agencies agencies, Findings findings) {
        Subjects subjects = new Subjects();
        List<String> folders = city.folders("subjects");
        record Outcome(String folder, Optional<SubjectFolder.Read> subject, Findings findings) {}
        List<Outcome> outcomes = folders.parallelStream()
                .map(folder -> {
                    Findings own = new Findings();
                    CityFolder telling = city.telling(own);
                    return new Outcome(folder, new SubjectFolder(telling, folder, own).read(agencies), own);
                })
                .toList();
        for (Outcome outcome : outcomes) {
            String folder = outcome.folder();
            subjects.folders.add(folder.substring(folder.lastIndexOf('/') + 1));
            outcome.subject().ifPresent(subject -> subjects.add(subject, outcome.findings()));
        }
        subjects.checkExtensions();
        Resemblance.check(subjects.all());
        outcomes.forEach(outcome -> findings.addAll(outcome.findings()));
        return subjects;
    }

    private void add(SubjectFolder.Read read, Findings findings) {
        SubjectCode code = read.subject().code();
        int version = read.subject().version();
        List<SubjectFolder.Read> known = versions.computeIfAbsent(code, unused -> new ArrayList<>());
        if (known.stream().anyMatch(other -> other.subject().version() == version)) {
            findings.add(
                    read.entries().file(),
                    0,
                    "Version " + version + " of " + code + " stands twice.",
                    "Give each version its own number.");
            return;
        }
        known.add(read);
        known.sort(Comparator.comparingInt(other -> other.subject().version()));
    }

    private void checkExtensions() {
        for (SubjectFolder.Read read : all()) {
            SubjectCode code = read.subject().extended();
            if (code == null) {
                continue;
            }
            if (!isKnown(code) || code.equals(read.subject().code())) {
                read.entries().finding("extends", "No other subject is named " + code + ".", "Name one that there is.");
            }
            newest(code).ifPresent(base -> {
                Set<String> own = Resemblance.fields(read.subject());
                Resemblance.fields(base).stream()
                        .filter(field -> !own.contains(field))
                        .sorted()
                        .forEach(field -> read.entries()
                                .finding(
                                        "extends",
                                        "It extends " + code + " and lacks its field " + field + ".",
                                        "Add the field with that type, or do not extend."));
            });
        }
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

    /** One of each code at most: the newest version of that day. */
    List<Subject> on(LocalDate day) {
        return versions.keySet().stream()
                .map(code -> on(code, day))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Subject> on(SubjectCode code, LocalDate day) {
        return all(code).filter(subject -> subject.days().include(day)).reduce((older, newer) -> newer);
    }

    Optional<Subject> pinned(SubjectCode code, int version) {
        return all(code).filter(subject -> subject.version() == version).findFirst();
    }

    private List<SubjectFolder.Read> all() {
        return versions.values().stream().flatMap(List::stream).toList();
    }

    private Stream<Subject> all(SubjectCode code) {
        return versions.getOrDefault(code, List.of()).stream().map(SubjectFolder.Read::subject);
    }
}
