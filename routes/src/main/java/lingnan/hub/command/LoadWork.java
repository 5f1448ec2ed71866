package lingnan.hub.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.publication.StateLoader;

/** Which files go into which subject: their namespace says so. */
final class LoadWork {

    private static final Pattern NAMESPACE = Pattern.compile("urn:lingnan:gz:([A-Z0-9-]+):(\\d{1,4})");

    private LoadWork() {}

    /** A subject's code and the files behind it; the version is the files'. */
    static Map<Subject, List<Path>> of(Snapshot city, List<String> words) {
        SubjectCode code = code(words.get(0));
        Map<Subject, List<Path>> work =
                group(city, words.stream().skip(1).map(Path::of).toList());
        work.keySet().stream()
                .filter(subject -> !subject.code().equals(code))
                .findFirst()
                .ifPresent(other -> {
                    throw new CommandFailure(
                            work.get(other) + " holds records of " + other.code() + ", not of " + code + ".");
                });
        return work;
    }

    /** Every XML file of a folder, in the order of their subjects. */
    static Map<Subject, List<Path>> of(Snapshot city, Path folder) {
        Collection<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.xml")) {
            found.forEach(files::add);
        } catch (IOException unreadable) {
            throw new CommandFailure("The folder " + folder + " cannot be read.");
        }
        if (files.isEmpty()) {
            throw new CommandFailure("There is no XML file in " + folder + ".");
        }
        return group(city, files);
    }

    private static Map<Subject, List<Path>> group(Snapshot city, Collection<Path> files) {
        Map<Subject, List<Path>> groups = new LinkedHashMap<>();
        for (Path file : files) {
            groups.computeIfAbsent(subject(city, file), unused -> new ArrayList<>())
                    .add(file);
        }
        Map<Subject, List<Path>> ordered = new LinkedHashMap<>();
        groups.keySet().stream()
                .sorted(Comparator.comparing(Subject::code).thenComparing(Subject::version))
                .forEach(subject -> ordered.put(subject, groups.getOrDefault(subject, List.of())));
        return ordered;
    }

    private static Subject subject(Snapshot city, Path file) {
        String namespace =
                StateLoader.namespace(file).orElseThrow(() -> new CommandFailure(file + " cannot be read as XML."));
        Matcher parts = NAMESPACE.matcher(namespace);
        Optional<Subject> subject = parts.matches()
                ? city.subject(code(parts.group(1)), Integer.parseInt(parts.group(2)))
                : Optional.empty();
        Subject found = subject.orElseThrow(() -> new CommandFailure(file + " has a root in \"" + namespace
                + "\", which is no subject of this city. Write urn:lingnan:gz:SUBJECT:VERSION."));
        if (found.offer().answered() == Subject.Answered.LIVE) {
            throw new CommandFailure(found.code() + " is answered LIVE, by asking " + found.provider()
                    + "; the hub holds no state of it.");
        }
        return found;
    }

    private static SubjectCode code(String text) {
        try {
            return SubjectCode.of(text);
        } catch (IllegalArgumentException none) {
            throw new CommandFailure(text + " is no code of a subject. ./hub list subjects shows them.");
        }
    }
}
