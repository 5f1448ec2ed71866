package lingnan.hub.grants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.database.HubDatabase;
import lingnan.hub.database.Role;
import lingnan.hub.database.StorageSettings;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.grants.GrantRequests.Answer;
import lingnan.hub.grants.GrantRequests.Outcome;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.LogAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The grants of the shipped city on an embedded PostgreSQL, on whatever day a test wants it to be. */
final class GrantBench implements AutoCloseable {

    static final AgencyCode LRH = AgencyCode.of("LRH");
    static final SubjectCode ENTERPRISES = SubjectCode.of("AIC-ENT-REG");
    static final SubjectCode PEOPLE = SubjectCode.of("PSB-POP-BASE");
    static final LocalDate TALK = LocalDate.of(2009, 11, 10);

    final HubDatabase database;
    final LogAccess log;

    GrantBench(String name) {
        try {
            Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), name);
            StorageSettings settings = StorageSettings.of(data);
            database = HubDatabase.open(settings);
            log = LogAccess.to(database, settings);
            JdbcClient.create(database.as(Role.HUB))
                    .sql("select messagelog.make_partitions(current_date)")
                    .query()
                    .listOfRows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GrantRequests on(LocalDate day) {
        return GrantRequests.on(database, log, ShippedCity::snapshot, clock(day));
    }

    GrantWatch watch(LocalDate day) {
        DataSource pool = database.as(Role.HUB);
        Ledger ledger = new Ledger(
                pool,
                new JdbcTransactionManager(pool),
                (lane, stream, version, entry) -> log.append(pool, lane, stream, version, entry));
        return new GrantWatch(ledger, ShippedCity::snapshot, clock(day));
    }

    static BusinessClock clock(LocalDate day) {
        return BusinessClock.simulated(Clock.fixed(
                day.atTime(LocalTime.NOON).atZone(BusinessClock.ZONE).toInstant(), BusinessClock.ZONE));
    }

    static Actor of(String agency) {
        return Actor.of(AgencyCode.of(agency));
    }

    /** For a purpose of its own, so that tests do not overlap. */
    static GrantTerms terms(String purpose, LocalDate from) {
        return new GrantTerms(
                List.of(new Grant.Purpose(purpose, new Label("《物权法》第十条", "Property Law, article 10"))),
                Set.of("registrationNumber", "name"),
                Set.of("registrationNumber", "name", "status"),
                Set.of(),
                false,
                false,
                from,
                null);
    }

    /** For questions about people. */
    static GrantTerms people(String purpose, LocalDate from) {
        GrantTerms terms = terms(purpose, from);
        return new GrantTerms(
                terms.purposes(),
                Set.of("citizenId"),
                new TreeSet<>(Set.of("name", "registeredAddress")),
                terms.divisions(),
                false,
                true,
                from,
                null);
    }

    static GrantRequest done(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.request();
        }
        throw new AssertionError(outcome);
    }

    static Answer giveAll() {
        return new Answer.Give(GrantTerms.Narrower.NOTHING, "");
    }

    @Override
    public void close() {
        database.close();
    }
}
