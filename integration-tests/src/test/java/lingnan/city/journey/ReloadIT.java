package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import lingnan.city.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What joins the city while the hub runs works as if it had always been there, and the log says that it joined. */
class ReloadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static StubPlan plan;
    private static Town town;
    private static LiveLog log;

    @BeforeAll
    static void start() throws IOException, SQLException {
        plan = new StubPlan();
        town = Town.start(Town.Plan.of(folder).with("--hub.business-time=2009-11-10T10:00:00+08:00"));
        log = LiveLog.of(town.hub());
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        log.close();
        town.close();
        plan.close();
    }

    private static long acts(String words) throws SQLException {
        return Long.parseLong(log.one(
                "select count(*) from messagelog.entry where kind = 13 and facts ->> 'detail' like '%" + words + "%'"));
    }

    @Test
    void anAgencyThatJoinsIsAskedWithoutARestart() throws Exception {
        assertThat(acts("first passwords were made: %GZ/GOV/AIC/ENT, ")).isEqualTo(1);
        assertThat(acts("the first account is made: admin")).isEqualTo(1);
        Path agencies = town.files().root().resolve("agencies");
        String joining = Files.readString(agencies.resolve("PLAN.yaml"))
                .replace("code: PLAN", "code: BUILD")
                .replace("organisationCode: QQGZ0016-0\n", "")
                .replace("validFrom: 2009-09-24", "validFrom: 2004-01-01")
                .replace("http://127.0.0.1:9104", plan.address().toString());

        Files.writeString(agencies.resolve("BUILD.yaml"), joining);
        Await.until("the new agency is taken", PATIENCE, () -> acts("read again: agencies/BUILD.yaml") == 1);
        town.files().edit("programmes/CONSTRUCTION.yaml", "[CON, DRC, PLAN,", "[CON, DRC, PLAN, BUILD,");
        town.files().edit("subjects/PLAN-BUILD-PERMIT/subject.yaml", "provider: PLAN", "provider: BUILD");
        Await.until(
                "it is asked",
                PATIENCE,
                () -> town.ask(Town.LTAX, Questions.permit()).records().size() == 1);

        Reply receipt = town.ask(Town.LTAX, Questions.permit().asynchronously());
        Await.until(
                "it is asked later, too",
                PATIENCE,
                () -> town.hub()
                                .client(Town.LTAX)
                                .collect(Questions.permit(), receipt.messageId().orElseThrow())
                                .records()
                                .size()
                        == 1);

        Await.until("it has a password", PATIENCE, () -> acts("first passwords were made: GZ/GOV/BUILD/PERMIT") == 1);
        assertThat(town.hub().passwords()).containsKey("GZ/GOV/BUILD/PERMIT");
        assertThat(acts("subjects/PLAN-BUILD-PERMIT/subject.yaml")).isEqualTo(1);
    }
}
