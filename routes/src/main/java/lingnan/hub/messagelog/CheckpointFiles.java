package lingnan.hub.messagelog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lingnan.hub.database.DurableFiles;

/**
 * The checkpoints outside the database: a file for each month, one line for each checkpoint. A last line without its end
 * was cut short and is taken away before the next is written.
 */
final class CheckpointFiles {

    private final Path directory;

    CheckpointFiles(Path directory) {
        this.directory = directory;
    }

    void writePublicKey(String pem) {
        try {
            Files.createDirectories(directory);
            DurableFiles.write(directory.resolve("checkpoint-public.pem"), pem.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the public key of the checkpoints", e);
        }
    }

    /** Adds checkpoints and syncs them to disk. */
    void append(SignedCheckpoint signed) {
        Checkpoint checkpoint = signed.checkpoint();
        YearMonth month = YearMonth.from(checkpoint.madeAt().atOffset(ZoneOffset.UTC));
        Path file = directory.resolve("checkpoints-" + month + ".log");
        try {
            Files.createDirectories(directory);
            boolean isNew = !Files.exists(file);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.position(endOfLastLine(channel));
                channel.truncate(channel.position());
                ByteBuffer line = ByteBuffer.wrap((signed.toLine() + "\n").getBytes(StandardCharsets.US_ASCII));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            }
            if (isNew) {
                DurableFiles.syncDirectory(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the checkpoint to " + file, e);
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer octet = ByteBuffer.allocate(1);
        while (end > 0) {
            octet.clear();
            channel.read(octet, end - 1);
            if (octet.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    /** The newest whole line. */
    Optional<SignedCheckpoint> last() {
        List<Path> files = files();
        for (int i = files.size() - 1; i >= 0; i--) {
            Optional<String> line = lastLine(files.get(i));
            if (line.isPresent()) {
                return line.map(SignedCheckpoint::ofLine);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> lastLine(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = endOfLastLine(channel);
            int size = (int) Math.min(end, 1 << 20);
            ByteBuffer tail = ByteBuffer.allocate(size);
            while (tail.hasRemaining() && channel.read(tail, end - size + tail.position()) >= 0) {
                continue;
            }
            String text = new String(tail.array(), StandardCharsets.US_ASCII).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(text.lastIndexOf('\n') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the checkpoints in " + file, e);
        }
    }

    /** All lines, oldest first, one file open at a time. */
    Iterator<String> lines() {
        return files().stream().flatMap(CheckpointFiles::wholeLines).iterator();
    }

    private static Stream<String> wholeLines(Path file) {
        try {
            BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
            return reader.lines().onClose(() -> close(reader));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the checkpoints in " + file, e);
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.getFileName().toString().matches("checkpoints-.*\\.log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the checkpoints in " + directory, e);
        }
    }
}
