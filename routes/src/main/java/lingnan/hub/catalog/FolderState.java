package lingnan.hub.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Names, sizes and times of a folder's files: cheap to take, and different when a file has changed. */
record FolderState(Map<String, Stamp> files) {

    record Stamp(long size, long modified) {}

    /** What vanishes or cannot be read while looking is left out; the next look sees the difference. */
    static FolderState of(Path root) {
        Map<String, Stamp> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.forEach(path -> stamp(root, path, files));
        } catch (IOException | UncheckedIOException unreadable) {
            files.put("", new Stamp(-1, -1));
        }
        return new FolderState(Map.copyOf(files));
    }

    /** The files that are other in one than in the other, or only in one of the two. */
    List<String> differences(FolderState other) {
        Set<String> all = new TreeSet<>(files.keySet());
        all.addAll(other.files.keySet());
        return all.stream()
                .filter(file -> !Objects.equals(files.get(file), other.files.get(file)))
                .toList();
    }

    private static void stamp(Path root, Path path, Map<String, Stamp> files) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            if (found.isRegularFile()) {
                files.put(
                        root.relativize(path).toString(),
                        new Stamp(found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
            }
        } catch (IOException vanished) {
            files.remove(root.relativize(path).toString());
        }
    }
}
