package lingnan.hub.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Subject;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LogAccess;
import lingnan.hub.publication.StateLoader.Order;
import lingnan.hub.publication.StateLoader.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL with the hub's schemas, and files of projects to be loaded into it. */
final class StateBench implements AutoCloseable {

    static final Subject PROJECTS = ShippedCity.subject("DRC-PROJECT");
    static final String PROVIDER = "GZ/GOV/DRC/PROJECT";
    static final Instant NOON = Instant.parse("2009-11-09T04:00:00Z");

    final HubDatabase database;
    final LogAccess log;
    final JdbcClient jdbc;
    final HeldStates states;
    final StateLoader loader;
    private final Path folder;

    StateBench(Path folder) throws IOException {
        this.folder = folder;
        // Not below the folder of the test: PostgreSQL runs as somebody else when the test is root.
        Path base = Files.createDirectories(Path.of("target", "data").toAbsolutePath());
        StorageSettings settings = StorageSettings.of(Files.createTempDirectory(base, "states-"));
        this.database = HubDatabase.open(settings);
        this.log = LogAccess.to(database, settings);
        this.jdbc = JdbcClient.create(database.as(Role.HUB));
        // As a hub that starts would.
        jdbc.sql("select messagelog.make_partitions(current_date)").query().singleRow();
        this.states = new HeldStates(jdbc, log);
        this.loader = StateLoader.to(database, log, BusinessClock.real());
    }

    static Order replacing() {
        return order(false, false, read -> {});
    }

    static Order adding() {
        return order(true, false, read -> {});
    }

    static Order order(boolean add, boolean older, LongConsumer progress) {
        return new Order(add, older, Optional.empty(), "tester", progress);
    }

    /** Three lines. */
    static String project(String number, String name) {
        return "<record>\n<projectNumber>" + number + "</projectNumber>\n<projectName>" + name
                + "</projectName></record>\n";
    }

    /** Projects of these numbers and one name. */
    static String projects(String prefix, int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> project(prefix + i, name))
                .collect(Collectors.joining());
    }

    /** The records begin on the third line. */
    Path file(Instant asOf, String records, String charset) throws IOException {
        String text = "<?xml version='1.0' encoding='" + charset + "'?>\n<records xmlns='" + PROJECTS.namespace()
                + "' asOf='" + asOf + "'>\n" + records + "</records>";
        return Files.write(Files.createTempFile(folder, "state", ".xml"), text.getBytes(Charset.forName(charset)));
    }

    Outcome load(Order order, Instant asOf, String records) throws IOException {
        return load(order, file(asOf, records, "UTF-8"));
    }

    Outcome load(Order order, Path file) {
        return loader.load(PROJECTS, PROVIDER, List.of(file), order);
    }

    Optional<HeldStates.Found> find(Subject subject, Key key) {
        return states.find(subject, List.of(key), 1_000, 1_000, record -> true);
    }

    List<String> found(String key, String value) {
        return find(PROJECTS, new Key(key, value, false)).orElseThrow().records().stream()
                .map(record -> new String(record, UTF_8))
                .toList();
    }

    /** Of all states, shown or not. */
    long rows() {
        return jdbc.sql("select count(*) from publication.record")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        loader.close();
        database.close();
    }
}
