package lingnan.hub.messagelog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import lingnan.hub.database.DurableFiles;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import org.jspecify.annotations.Nullable;

/**
 * Entries that could not be logged, in files of their own until they can: encrypted, fsynced before {@link #keep}
 * returns, bounded. A record is its length, the CRC-32C of its bytes, and the encrypted bytes; a tail that was cut short
 * is passed over, because nobody was told that it was kept.
 */
final class Spool implements AutoCloseable {

    private static final String PURPOSE = "spool";
    private static final String SUFFIX = ".spool";
    private static final byte[] CONTEXT = {0x30};
    private static final int LONGEST_RECORD = 64 << 20;

    private final Path directory;
    private final LogKeys keys;
    private final long limit;
    private final Object writing = new Object();
    private final Object syncing = new Object();

    private @Nullable FileChannel current;
    private @Nullable Path currentFile;
    private long used;
    private volatile long written;
    private long synced;

    Spool(Path directory, LogKeys keys, long limit) {
        this.directory = directory;
        this.keys = keys;
        this.limit = limit;
        try {
            Files.createDirectories(directory);
            for (Path file : files()) {
                used += Files.size(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the spool directory " + directory, e);
        }
    }

    /** @throws HubFault LOG_UNAVAILABLE if the spool is full or its disk fails */
    void keep(Entry entry) {
        Entry stamped = SpoolRecord.stamped(entry, Instant.now().truncatedTo(ChronoUnit.MICROS));
        byte[] sealed = keys.encrypt(PURPOSE, CONTEXT, SpoolRecord.write(stamped));
        CRC32C sum = new CRC32C();
        sum.update(sealed);
        ByteBuffer record = ByteBuffer.allocate(8 + sealed.length)
                .putInt(sealed.length)
                .putInt((int) sum.getValue())
                .put(sealed)
                .flip();
        try {
            sync(write(record));
        } catch (IOException e) {
            throw new HubFault(FaultCode.LOG_UNAVAILABLE, "The spool cannot be written", e);
        }
    }

    private Written write(ByteBuffer record) throws IOException {
        synchronized (writing) {
            if (used + record.remaining() > limit) {
                throw new HubFault(FaultCode.LOG_UNAVAILABLE, "The spool is full");
            }
            FileChannel channel = current == null ? open() : current;
            used += record.remaining();
            while (record.hasRemaining()) {
                channel.write(record);
            }
            return new Written(channel, ++written);
        }
    }

    /** One fsync serves everybody who wrote before it began. */
    private void sync(Written mine) throws IOException {
        synchronized (syncing) {
            if (synced < mine.number()) {
                long upTo = written;
                mine.channel().force(false);
                synced = upTo;
            }
        }
    }

    private FileChannel open() throws IOException {
        Path file = directory.resolve(System.currentTimeMillis() + "-" + Long.toHexString(System.nanoTime()) + SUFFIX);
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        DurableFiles.syncDirectory(file);
        current = channel;
        currentFile = file;
        return channel;
    }

    /** The files to be folded in, oldest first; from now on new records go to another file. */
    List<Path> rotate() throws IOException {
        synchronized (syncing) {
            synchronized (writing) {
                FileChannel open = current;
                if (open != null) {
                    open.force(false);
                    synced = written;
                    open.close();
                    current = null;
                    currentFile = null;
                }
                return files();
            }
        }
    }

    boolean isEmpty() {
        synchronized (writing) {
            return used == 0;
        }
    }

    /** The records of a file, up to the first that is not whole. */
    List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
        while (all.remaining() >= 8) {
            int length = all.getInt();
            int expected = all.getInt();
            if (length < 0 || length > LONGEST_RECORD || length > all.remaining()) {
                break;
            }
            byte[] sealed = new byte[length];
            all.get(sealed);
            CRC32C sum = new CRC32C();
            sum.update(sealed);
            if ((int) sum.getValue() != expected) {
                break;
            }
            entries.add(SpoolRecord.read(keys.decrypt(PURPOSE, CONTEXT, sealed)));
        }
        return entries;
    }

    void delete(Path file) throws IOException {
        long size = Files.size(file);
        Files.delete(file);
        DurableFiles.syncDirectory(file);
        synchronized (writing) {
            used -= size;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(file -> !file.equals(currentFile))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        rotate();
    }

    private record Written(FileChannel channel, long number) {}
}
