package lingnan.hub.messagelog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.kernel.MessageId;

/** A log on a real PostgreSQL in a directory below target, with the entries that the tests put into it. */
final class LogBench implements AutoCloseable {

    static final String CHINESE = "广州市𠮷祥䶮㑇贸易有限公司（阿迪力·买买提）";

    final Path data;
    final StorageSettings settings;
    final HubDatabase database;
    RunningLog running;

    LogBench(String name) {
        this.data = fresh(name);
        this.settings = StorageSettings.of(data);
        this.database = HubDatabase.open(settings);
        this.running = start(settings);
    }

    RunningLog start(StorageSettings of) {
        RunningLog log = new RunningLog(database, of, new LogSettings(100, 3_600, 64L << 20, 2));
        log.start();
        return log;
    }

    static Path fresh(String name) {
        Path base = Path.of("target", "data").toAbsolutePath();
        try {
            Files.createDirectories(base);
            return Files.createTempDirectory(base, name + "-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static MessageId id() {
        return MessageId.next(Clock.systemUTC());
    }

    static Entry accepted(MessageId message, String mode) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.MODE, mode);
        facts.put(Fact.CLIENT, "GZ/GOV/LRH/COUNTER");
        facts.put(Fact.PROVIDER, "GZ/GOV/AIC/ENT");
        facts.put(Fact.SUBJECT, "AIC-ENT-REG");
        facts.put(Fact.OPERATION, "Query");
        facts.put(Fact.DETAIL, CHINESE);
        return new Entry(
                EntryKind.ACCEPTED,
                message,
                Instant.now(),
                facts,
                List.of(body(Body.Role.REQUEST_RECEIVED, 1_500), body(Body.Role.REQUEST_SENT, 1_500)),
                List.of(
                        new Key(
                                "registrationNumber",
                                "440199" + message.toString().substring(24),
                                false),
                        new Key("citizenId", "440199" + message.toString().substring(26) + "x", true)));
    }

    static Entry answered(MessageId message) {
        return new Entry(
                EntryKind.ANSWERED,
                message,
                Instant.now(),
                Map.of(Fact.OUTCOME, "answered"),
                List.of(body(Body.Role.ANSWER_SENT, 1_500)),
                List.of());
    }

    static Body body(Body.Role role, int size) {
        StringBuilder text = new StringBuilder("<Query><name>" + CHINESE + "</name>");
        java.util.Random random = new java.util.Random(size);
        while (text.length() < size * 2 / 3) {
            text.append("<field>")
                    .append(Integer.toString(random.nextInt(1_000_000), 36))
                    .append("</field>");
        }
        return new Body(role, "text/xml; charset=UTF-8", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    LogPosition append(Entry entry) {
        return running.log().append(entry).orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        running.close();
        database.close();
    }
}
