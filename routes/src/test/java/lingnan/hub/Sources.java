package lingnan.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The repository's own files, for rules that byte code cannot tell. Tests run in the folder of their Maven module. */
final class Sources {

    static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    private static final List<String> MODULES =
            List.of("wsdl", "transformers", "broker-config", "routes", "integration-tests");

    private final List<Path> files;

    private Sources(List<Path> files) {
        this.files = files;
    }

    /** The Java of all modules below {@code src/main/java}, {@code src/test/java} or both ({@code src}). */
    static Sources java(String below) {
        List<Path> found = new ArrayList<>();
        for (String module : MODULES) {
            found.addAll(list(REPOSITORY.resolve(module).resolve(below), ".java"));
        }
        return new Sources(found);
    }

    static Sources flows() {
        return new Sources(list(REPOSITORY.resolve("routes").resolve("flows"), ".yaml"));
    }

    Sources outside(String part) {
        return new Sources(
                files.stream().filter(file -> !name(file).contains(part)).toList());
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** @return {@code path:line text} of each line in which the pattern is found */
    List<String> linesWith(Pattern pattern) {
        List<String> hits = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = lines(file);
            IntStream.range(0, lines.size())
                    .filter(at -> pattern.matcher(lines.get(at)).find())
                    .forEach(at -> hits.add(
                            name(file) + ":" + (at + 1) + " " + lines.get(at).strip()));
        }
        return hits;
    }

    /** @return {@code path (lines)} of each file with more lines than that */
    List<String> longerThan(int limit) {
        return files.stream()
                .filter(file -> lines(file).size() > limit)
                .map(file -> name(file) + " (" + lines(file).size() + ")")
                .toList();
    }

    private static List<Path> list(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return REPOSITORY.relativize(file).toString().replace('\\', '/');
    }
}
