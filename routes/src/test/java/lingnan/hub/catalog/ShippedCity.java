package lingnan.hub.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    static Path copyTo(Path folder) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
