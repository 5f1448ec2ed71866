package lingnan.hub.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingnan.hub.kernel.SubjectCode;

/** The city in this repository, as tests read it: whole, or copied to be spoiled. */
public final class ShippedCity {

    public static final Path FOLDER = Path.of("city", "guangzhou-2009").toAbsolutePath();

    private static final Snapshot SNAPSHOT = read();

    private ShippedCity() {}

    private static Snapshot read() {
        CityReader.Reading reading = CityReader.read(new CitySettings(FOLDER, Map.of()));
        return reading.snapshot()
                .orElseThrow(() -> new AssertionError(reading.check().findings()));
    }

    public static Snapshot snapshot() {
        return SNAPSHOT;
    }

    public static Subject subject(String code) {
        return SNAPSHOT.subject(SubjectCode.of(code), 1).orElseThrow();
    }

    public static List<String> subjects() {
        return SNAPSHOT.subjects().stream()
                .map(subject -> subject.code().value())
                .toList();
    }

    /** The whole city, to be spoiled. */
    static Path copyTo(Path folder) {
        return copy(folder, file -> true);
    }

    /**
     * A part of it that is quickly read: all agencies, the subjects that are answered live and those of one programme,
     * and the grants on these.
     */
    static Path copyPartTo(Path folder) {
        String programme = "programmes/LAND-REVENUE.yaml";
        Set<String> kept = Stream.concat(
                        SNAPSHOT.subjects().stream()
                                .filter(subject -> subject.offer().answered() == Subject.Answered.LIVE)
                                .map(Subject::code),
                        SNAPSHOT.programmes().stream()
                                .filter(one -> programme.endsWith("/" + one.code() + ".yaml"))
                                .flatMap(one -> one.subjects().stream()))
                .map(SubjectCode::value)
                .collect(Collectors.toSet());
        copy(folder, file -> switch (file.getName(0).toString()) {
            case "subjects" -> kept.contains(file.getName(1).toString());
            case "programmes" -> file.equals(Path.of(programme));
            default -> true;
        });
        try (Stream<Path> grants = Files.list(folder.resolve("grants"))) {
            for (Path file : grants.toList()) {
                keepGrantsOn(kept, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void keepGrantsOn(Set<String> subjects, Path file) throws IOException {
        String[] parts = Files.readString(file).split("(?m)(?=^  - id: )");
        String grants = Arrays.stream(parts)
                .skip(1)
                .filter(grant -> subjects.contains(grant.replaceFirst("(?s).*?subject: (\\S+).*", "$1")))
                .collect(Collectors.joining());
        if (grants.isEmpty()) {
            Files.delete(file);
        } else {
            Files.writeString(file, parts[0] + grants);
        }
    }

    private static Path copy(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = FOLDER.relativize(file);
                if (wanted.test(name)) {
                    Path copy = folder.resolve(name.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
