package lingnan.hub.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import lingnan.hub.kernel.BusinessClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** On which day a command acts: never on another than the hub of its data has. */
class GrantDayTests {

    private static final LocalDate TALK = LocalDate.of(2009, 11, 10);

    @TempDir
    Path data;

    @Test
    void actsTodayOnRealData() {
        assertThat(day().toActOn(data).simulated()).isFalse();
        assertThatThrownBy(() -> day("--on", "2009-11-10").toActOn(data))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("leave --on out");
    }

    @Test
    void asksTheHubWhoseClockIsSimulated() throws IOException {
        Files.createFile(data.resolve("simulated-clock"));
        Duration ahead = Duration.between(
                BusinessClock.real().now(),
                TALK.atTime(LocalTime.NOON).atZone(BusinessClock.ZONE).toInstant());
        Files.writeString(
                data.resolve("hub.properties"),
                "pid=" + ProcessHandle.current().pid() + "\nstarted="
                        + ProcessHandle.current()
                                .info()
                                .startInstant()
                                .map(Object::toString)
                                .orElse("")
                        + "\nbusiness-time-ahead-ms=" + ahead.toMillis() + "\n");

        assertThat(day().toActOn(data).today()).isEqualTo(TALK);
        assertThat(day().toLookOn(data).today()).isEqualTo(TALK);
        assertThat(day("--on", "2009-12-01").toActOn(data).today()).isEqualTo("2009-12-01");
    }

    @Test
    void doesNotGuessTheDayOfAHubThatDoesNotRun() throws IOException {
        Files.createFile(data.resolve("simulated-clock"));

        assertThatThrownBy(() -> day().toActOn(data))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("Say which with --on");
        assertThat(day("--on", "2009-11-10").toActOn(data).today()).isEqualTo(TALK);
    }

    private static GrantDay day(String... arguments) {
        GrantDay day = new GrantDay();
        new CommandLine(day).parseArgs(arguments);
        return day;
    }
}
