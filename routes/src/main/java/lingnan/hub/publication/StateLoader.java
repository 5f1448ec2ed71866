package lingnan.hub.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.xml.stream.XMLStreamException;
import lingnan.hub.catalog.Check.Finding;
import lingnan.hub.catalog.Subject;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.LogAccess;
import lingnan.hub.messagelog.Seal;
import lingnan.transformers.charset.CharsetRefusal;

/**
 * Loads the state of a subject from files, without Spring and beside running hubs. Readers see the old state until the
 * one transaction that logs the load and shows the new one; a load that ends before it has changed nothing. However
 * long the files are, no more than a batch of records is held in memory.
 */
public final class StateLoader implements AutoCloseable {

    /** Where connections come from: of the hub's role, for one load after the other. */
    interface Connections {
        Connection next() throws SQLException;
    }

    private final Connections connections;
    private final LogAccess log;
    private final BusinessClock clock;
    private final Seal seal;

    private Connection connection;

    StateLoader(Connections connections, LogAccess log, BusinessClock clock) throws SQLException {
        this.connections = connections;
        this.log = log;
        this.clock = clock;
        this.seal = log.seal(HeldStates.PURPOSE);
        this.connection = connections.next();
    }

    /**
     * With a connection of its own, for one thread.
     *
     * @param clock when it is loaded, before which all records were true; a simulated one counts by its day
     * @throws HubFault LOG_UNAVAILABLE if the database cannot be reached
     */
    public static StateLoader to(HubDatabase database, LogAccess log, BusinessClock clock) {
        try {
            return new StateLoader(() -> database.dedicated(Role.HUB), log, clock);
        } catch (SQLException away) {
            throw unavailable("The database cannot be reached", away);
        }
    }

    /**
     * How files are to be loaded.
     *
     * @param add whether records are added, each in the place of those with the same first key, and the others stay
     * @param older whether a state may be replaced by one that was true before it
     * @param asOf when the whole state was true at the provider: if records are added, they are all changes up to then.
     *     If empty, each file has to say when its own were, and the state is as of the oldest of its parts
     * @param actor who loads
     * @param progress is told how many records have been read, from time to time
     */
    public record Order(boolean add, boolean older, Optional<Instant> asOf, String actor, LongConsumer progress) {}

    /** What came of it. In all but the first case nothing was changed. */
    public sealed interface Outcome {

        /** @param records of the files; @param held the state has now; @param asOf of the state */
        record Loaded(long records, long held, Instant asOf, MessageId message) implements Outcome {}

        /** The files are not as they should be. */
        record Unsound(List<Finding> findings) implements Outcome {}

        /** What is held was true later than what the files say. */
        record Older(Instant held, Instant offered) implements Outcome {}

        /** Somebody else is loading this subject. */
        record Busy() implements Outcome {}
    }

    /**
     * Loads one version of a subject from all these files together.
     *
     * @param provider the X-Road name of who gave them
     * @throws HubFault LOG_UNAVAILABLE if the database cannot be reached, or was not brought up to date by a hub yet
     */
    public Outcome load(Subject subject, String provider, List<Path> files, Order order) {
        RecordCheck check = new RecordCheck(subject, seal, order.add());
        try {
            Optional<Staging> taken = Staging.take(connection, seal, subject);
            if (taken.isEmpty()) {
                return new Outcome.Busy();
            }
            try (Staging staging = taken.get()) {
                return load(new Load(subject, provider, order, check, staging), files);
            }
        } catch (CommitInDoubt unknown) {
            return settle(subject, unknown);
        } catch (SQLException failed) {
            throw unavailable("The state of " + subject.code() + " cannot be loaded", failed);
        }
    }

    private Outcome settle(Subject subject, CommitInDoubt unknown) {
        try {
            connection.close();
            connection = connections.next();
            return unknown.settle(connection, log);
        } catch (CommitInDoubt refused) {
            throw unavailable("The state of " + subject.code() + " cannot be loaded", refused);
        } catch (SQLException failed) {
            throw unavailable("It is not known whether the state of " + subject.code() + " was loaded", failed);
        }
    }

    private static HubFault unavailable(String what, SQLException why) {
        return new HubFault(FaultCode.LOG_UNAVAILABLE, what + ": " + why.getMessage(), why);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException lost) {
            throw unavailable("The connection cannot be closed", lost);
        }
    }

    private record Load(Subject subject, String provider, Order order, RecordCheck check, Staging staging) {}

    private Outcome load(Load load, List<Path> files) throws SQLException {
        List<String> digests = new ArrayList<>();
        Optional<Instant> asOf = load.order().asOf();
        for (Path file : files) {
            Optional<Instant> said = read(load, file, digests);
            if (load.order().asOf().isEmpty() && said.isPresent()) {
                // The state is as old as the oldest of its parts.
                asOf = asOf.filter(known -> known.isBefore(said.get())).or(() -> said);
            }
            if (load.check().isEnough()) {
                break;
            }
        }
        asOf.filter(this::isToCome).ifPresent(time -> load.check()
                .find(
                        String.valueOf(files.get(0).getFileName()),
                        0,
                        "The records are said to be true only as of " + time + ", which is to come.",
                        "Correct asOf, or --as-of."));
        if (!load.check().isSound() || asOf.isEmpty()) {
            load.staging().discard();
            return new Outcome.Unsound(load.check().findings());
        }
        Optional<Instant> held = load.staging().newest();
        if (!load.order().older() && held.isPresent() && held.get().isAfter(asOf.get())) {
            load.staging().discard();
            return new Outcome.Older(held.get(), asOf.get());
        }
        Published published =
                new Published(load.subject(), load.provider(), load.order().actor(), clock, asOf.get(), digests);
        Outcome outcome = load.staging().publish(log, published, load.order().add(), ofWhole(load, asOf.get()));
        load.staging().tidy();
        return outcome;
    }

    /** What was not added is as old as it was. */
    private static Instant ofWhole(Load load, Instant ofFiles) {
        return load.order().add() && load.order().asOf().isEmpty()
                ? load.staging().asOf().filter(held -> held.isBefore(ofFiles)).orElse(ofFiles)
                : ofFiles;
    }

    private boolean isToCome(Instant time) {
        return clock.simulated()
                ? LocalDate.ofInstant(time, BusinessClock.ZONE).isAfter(clock.today())
                : time.isAfter(clock.now());
    }

    private Optional<Instant> read(Load load, Path path, List<String> digests) throws SQLException {
        String name = String.valueOf(path.getFileName());
        RecordCheck check = load.check();
        try (RecordFile file = RecordFile.open(path)) {
            if (!file.isOf(load.subject().namespace())) {
                check.find(
                        name,
                        file.line(),
                        "The root is not records in " + load.subject().namespace() + ".",
                        "Write <records xmlns=\"" + load.subject().namespace() + "\" asOf=\"…\">.");
                return Optional.empty();
            }
            Optional<Instant> asOf = asOf(load, file, name);
            RecordFile.Row row = file.next();
            while (row != null && !check.isEnough()) {
                Optional<RecordCheck.Sound> sound = check.check(name, row);
                if (sound.isPresent() && check.isSound()) {
                    load.staging().add(sound.get(), load.order().add());
                }
                load.order().progress().accept(load.staging().taken());
                row = file.next();
            }
            digests.add(file.digest());
            return asOf;
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            check.find(
                    name,
                    line,
                    "The file is not well-formed XML, or not in the character set that it says.",
                    "Correct the markup, or its encoding.");
        } catch (CharsetRefusal refused) {
            check.find(name, 1, String.valueOf(refused.getMessage()), "Say the encoding in the XML declaration.");
        } catch (IOException unreadable) {
            check.find(name, 0, "The file cannot be read: " + unreadable.getMessage() + ".", "Name another.");
        }
        return Optional.empty();
    }

    private static Optional<Instant> asOf(Load load, RecordFile file, String name) {
        if (load.order().asOf().isPresent()) {
            return load.order().asOf();
        }
        Optional<Instant> said = file.asOf().flatMap(StateLoader::time);
        if (said.isEmpty()) {
            load.check()
                    .find(
                            name,
                            file.line(),
                            "The file does not say when its records were true at the provider.",
                            "Add asOf=\"2009-11-10T09:00:00+08:00\" to its root, or say --as-of.");
        }
        return said;
    }

    /** The namespace of a file's root, which says whose records it holds; empty if it has no root. */
    public static Optional<String> namespace(Path file) {
        try (RecordFile records = RecordFile.open(file)) {
            return Optional.of(records.namespace());
        } catch (IOException | XMLStreamException | CharsetRefusal unreadable) {
            return Optional.empty();
        }
    }

    /** A date and time; without an offset, that of the city. Empty if the text is none. */
    public static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException withoutOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text.strip())
                        .atZone(BusinessClock.ZONE)
                        .toInstant());
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }
    }
}
