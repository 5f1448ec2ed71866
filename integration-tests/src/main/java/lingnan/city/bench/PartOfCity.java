package lingnan.city.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of the city's files with some of its subjects: those answered live, then others in the order of their codes,
 * and the grants on these. Programmes stay out, because each wants all of its subjects.
 */
final class PartOfCity {

    private final Path city;
    private final Set<String> subjects;

    private PartOfCity(Path city, Set<String> subjects) {
        this.city = city;
        this.subjects = subjects;
    }

    static void copy(Path city, int subjects, Path to) throws IOException {
        new PartOfCity(city, chosen(city, subjects)).copyTo(to);
    }

    private static Set<String> chosen(Path city, int count) throws IOException {
        Set<String> live = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        try (Stream<Path> folders = Files.list(city.resolve("subjects"))) {
            for (Path folder : folders.toList()) {
                String said = Files.readString(folder.resolve("subject.yaml"));
                if (!said.contains("\nextends:")) {
                    (said.contains("\nanswered: LIVE") ? live : others)
                            .add(folder.getFileName().toString());
                }
            }
        }
        others.stream().limit(count - live.size()).forEach(live::add);
        return live;
    }

    private void copyTo(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(city)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = city.relativize(file);
                String text = kept(name, file);
                if (!text.isEmpty()) {
                    Path copy = to.resolve(name.toString());
                    Files.createDirectories(copy.getParent());
                    Files.writeString(copy, text);
                }
            }
        }
    }

    /** What stays of a file; empty if nothing does. */
    private String kept(Path name, Path file) throws IOException {
        return switch (name.getName(0).toString()) {
            case "subjects" -> subjects.contains(name.getName(1).toString()) ? Files.readString(file) : "";
            case "programmes" -> "";
            case "grants" -> granted(Files.readString(file));
            default -> Files.readString(file);
        };
    }

    private String granted(String text) {
        String[] parts = text.split("(?m)(?=^  - id: )");
        String grants = Arrays.stream(parts)
                .skip(1)
                .filter(grant -> subjects.contains(grant.replaceFirst("(?s).*?subject: (\\S+).*", "$1")))
                .collect(Collectors.joining());
        return grants.isEmpty() ? "" : parts[0] + grants;
    }
}
