package lingnan.hub.objections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LogAccess;
import lingnan.hub.messagelog.LoggedEntry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Objections on a real log of their own, and what was shown before. */
final class TriedObjections {

    static final LocalDate TALK = LocalDate.of(2009, 11, 10);
    static final AgencyCode LRH = AgencyCode.of("LRH");

    static HubDatabase database;
    static LogAccess log;

    private TriedObjections() {}

    static void start() throws IOException {
        StorageSettings settings =
                StorageSettings.of(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "objections"));
        database = HubDatabase.open(settings);
        log = LogAccess.to(database, settings);
        JdbcClient.create(database.as(Role.HUB))
                .sql("select messagelog.make_partitions(current_date)")
                .query()
                .listOfRows();
    }

    static void stop() {
        database.close();
    }

    static Objection file(Objections objections, String key, String client) {
        return objections.file(LRH, doubt(shown(key, client, ""), key), Actor.of(LRH));
    }

    static Objection object(MessageId interaction, String key) {
        return on(TALK).file(LRH, doubt(interaction, key), Actor.of(LRH));
    }

    static String refusal(ThrowingCallable act) {
        HubFault refused = catchThrowableOfType(HubFault.class, act);
        return refused.code() + " " + refused.detail();
    }

    static Doubt doubt(MessageId interaction, String key) {
        return new Doubt(
                interaction, SubjectCode.of("PSB-POP-BASE"), "citizenId", key, "name", "示例·阿依木", "示例•阿依木", "户口簿");
    }

    static Body sent(String answer) {
        return new Body(Body.Role.ANSWER_SENT, "text/xml; charset=UTF-8", answer.getBytes(UTF_8));
    }

    /** An answered interaction as the flow logs it. */
    static MessageId shown(String key, String client, String withheld) {
        return shown(client, withheld, List.of(), key);
    }

    static MessageId shown(String client, String withheld, List<Body> bodies, String... keys) {
        MessageId message = MessageId.next(Clock.systemUTC());
        log.append(
                "interaction",
                new Entry(
                        EntryKind.ANSWERED,
                        message,
                        clock(TALK).now(),
                        Map.of(
                                Fact.CLIENT,
                                client,
                                Fact.SUBJECT,
                                "PSB-POP-BASE",
                                Fact.OUTCOME,
                                "ok",
                                Fact.WITHHELD,
                                withheld),
                        bodies,
                        Stream.of(keys)
                                .map(key -> new Key("citizenId", key, true))
                                .toList()));
        return message;
    }

    static List<Notice> told(String agency, Objection about) {
        return on(TALK).notices(AgencyCode.of(agency), true).stream()
                .filter(notice -> notice.objection().equals(about.id()))
                .toList();
    }

    static List<EntryKind> kinds(Objection objection) {
        return log.traces().entries(objection.message()).stream()
                .map(LoggedEntry::kind)
                .toList();
    }

    static Objections on(LocalDate day) {
        return Objections.on(database, log, ShippedCity.snapshot(), clock(day));
    }

    static void sweep(LocalDate day) {
        DataSource pool = database.as(Role.HUB);
        ObjectionLedger ledger = new ObjectionLedger(
                pool,
                new JdbcTransactionManager(pool),
                (lane, stream, version, entry) -> log.append(pool, lane, stream, version, entry));
        try (ObjectionWatch watch = new ObjectionWatch(ledger, ShippedCity::snapshot, clock(day))) {
            watch.sweep();
        }
    }

    static BusinessClock clock(LocalDate day) {
        return BusinessClock.simulated(Clock.fixed(
                day.atTime(LocalTime.NOON).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE));
    }
}
