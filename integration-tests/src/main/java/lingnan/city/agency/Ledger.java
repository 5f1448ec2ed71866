package lingnan.city.agency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What an agency received and answered, kept by the agency itself, so that what the hub claims can be checked against
 * it. What was received is on the disk before the agency acts on it, and callers that come together share one sync; what
 * was answered is with the operating system before the answer leaves, and on the disk with the next. Fields are parted by
 * tabs; see {@link LedgerLine}.
 */
public final class Ledger implements AutoCloseable {

    private final FileChannel file;
    private final Clock clock;
    private final Object syncing = new Object();
    private long written;
    private long synced;

    private Ledger(FileChannel file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Goes on where an earlier process stopped; a line that a kill cut short is closed, and readers skip it. */
    public static Ledger open(Path path, Clock clock) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        FileChannel file = FileChannel.open(path, CREATE, READ, WRITE);
        long size = file.size();
        file.position(size);
        ByteBuffer last = ByteBuffer.allocate(1);
        if (size > 0 && file.read(last, size - 1) == 1 && last.get(0) != '\n') {
            file.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
        return new Ledger(file, clock);
    }

    void received(String call, String messageId, String operation, String key) {
        long line = append(LedgerLine.Kind.RECEIVED, call, messageId, operation, key);
        try {
            sync(line);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger could not be written", e);
        }
    }

    void answered(String call, String messageId, String outcome) {
        append(LedgerLine.Kind.ANSWERED, call, messageId, outcome, "");
    }

    private long append(LedgerLine.Kind kind, String call, String messageId, String what, String key) {
        String line = new LedgerLine(clock.instant(), kind, call, messageId, what, key).text();
        ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(UTF_8));
        try {
            return write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger could not be written", e);
        }
    }

    private synchronized long write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        return ++written;
    }

    private synchronized long written() {
        return written;
    }

    private void sync(long line) throws IOException {
        synchronized (syncing) {
            if (synced < line) {
                long all = written();
                file.force(false);
                synced = all;
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
