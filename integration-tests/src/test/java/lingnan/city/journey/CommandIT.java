package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import lingnan.city.HubCommand;
import lingnan.city.HubProcess;
import lingnan.city.Installation;
import lingnan.city.journey.Town.Files2009;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as scripts use it: exit codes, one JSON object on standard output, help that says what there is. */
class CommandIT {

    private static final int FOUND_WRONG = 1;
    private static final int USED_WRONGLY = 2;
    private static final int COULD_NOT = 3;

    @TempDir
    static Path folder;

    private static HubCommand.Result hub(String... arguments) throws IOException {
        return HubCommand.run(folder.resolve("none"), arguments);
    }

    private static JsonNode json(HubCommand.Result result) {
        return JsonMapper.shared().readTree(result.output());
    }

    @Test
    void listsTheCity() throws IOException {
        HubCommand.Result agencies = hub("list", "agencies", "--json");
        assertThat(agencies.exitCode()).isZero();
        assertThat(json(agencies).get("agencies"))
                .extracting(agency -> agency.get("code").asString())
                .contains("AIC", "LTAX", "LRH", "PLAN", "PSB", "QTS");
        assertThat(json(agencies).get("agencies"))
                .filteredOn(agency -> agency.get("code").asString().equals("AIC"))
                .singleElement()
                .satisfies(agency -> assertThat(agency.get("source").asString()).startsWith("S20, Nanfang Daily"));

        HubCommand.Result subjects = hub("list", "subjects");
        assertThat(subjects.exitCode()).isZero();
        assertThat(subjects.output()).contains("PSB-POP-BASE", "人口基础信息", "320 subjects.");

        HubCommand.Result before = hub("list", "subjects", "--on", "2009-08-01");
        assertThat(before.output()).containsPattern("STI-CATALOGUE +v1 +INFO +信息化办公室 ");
        HubCommand.Result programmes = hub("list", "programmes");
        assertThat(programmes.output()).contains("CONSTRUCTION", "工程建设审批", "8 programmes.");

        assertThat(hub("list", "weather").exitCode()).isEqualTo(USED_WRONGLY);
    }

    @Test
    void checksTheCityByFileAndLine() throws IOException {
        String shipped =
                Installation.find().root().resolve("routes/city/guangzhou-2009").toString();
        HubCommand.Result sound = hub("check", "--json", "--city", shipped);
        assertThat(sound.exitCode()).as(sound.output()).isZero();
        assertThat(json(sound).get("agencies").asInt()).isEqualTo(46);
        assertThat(json(sound).get("subjects").asInt()).isEqualTo(320);
        assertThat(json(sound).get("programmes").asInt()).isEqualTo(8);
        assertThat(json(sound).get("findings")).isEmpty();

        Files2009 files = Files2009.copyTo(folder.resolve("wrong"));
        files.edit("grants/PLAN.yaml", "subject: PSB-POP-BASE", "subject: PSB-POP-BASS");
        HubCommand.Result wrong = hub("check", "--city", files.root().toString());
        assertThat(wrong.exitCode()).isEqualTo(FOUND_WRONG);
        assertThat(wrong.output()).containsPattern("grants/PLAN.yaml:[0-9]+").contains("PSB-POP-BASS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace",
                "verify",
                "erase",
                "load",
                "status",
                "stop",
                "check",
                "list",
                "run",
                "grant request",
                "grant answer",
                "grant list"
            })
    void tellsHowItIsUsed(String command) throws IOException {
        HubCommand.Result help = hub((command + " --help").split(" "));

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("Usage: hub " + command, "--data");
    }

    @Test
    void saysSoWhereNoHubHasEverRun() throws IOException {
        HubCommand.Result status = hub("status", "--json");
        assertThat(status.exitCode()).isEqualTo(FOUND_WRONG);
        assertThat(json(status).get("running").asBoolean()).isFalse();

        assertThat(hub("stop").exitCode()).isZero();
        HubCommand.Result trace = hub("trace", "440199100000011");
        assertThat(trace.exitCode()).isEqualTo(COULD_NOT);
        assertThat(trace.output()).contains("There is no data directory").doesNotContain("Exception", "\tat ");
        assertThat(hub("trace").exitCode()).isEqualTo(USED_WRONGLY);
    }

    @Test
    void looksAfterARunningHub() throws IOException {
        try (HubProcess running = HubProcess.start(
                new HubProcess.Setting(folder.resolve("data"), Map.of(), Map.of(), java.util.List.of()))) {
            JsonNode status = json(HubCommand.run(running, "status", "--json"));
            assertThat(status.get("ready").asBoolean()).isTrue();
            assertThat(status.get("pid").asLong()).isEqualTo(running.pid());
            assertThat(status.get("port").asInt()).isEqualTo(running.base().getPort());
            assertThat(status.get("consolePort").asInt())
                    .isEqualTo(running.console().getPort());

            HubCommand.Result none = HubCommand.run(running, "trace", "440199100000011");
            assertThat(none.exitCode()).isEqualTo(FOUND_WRONG);
            assertThat(none.output()).contains("No message carries the key 440199100000011");

            HubCommand.Result stop = HubCommand.run(running, "stop");
            assertThat(stop.exitCode()).as(stop.output()).isZero();
            assertThat(running.isAlive()).isFalse();
            assertThat(running.databasePid()).isEmpty();
            assertThat(HubCommand.run(running, "status").exitCode()).isEqualTo(FOUND_WRONG);

            // Without a hub the log is still readable: its database is started for the look.
            HubCommand.Result verify = HubCommand.run(running, "verify", "--live", "--json");
            assertThat(verify.exitCode()).as(verify.output()).isZero();
            assertThat(json(verify).get("sound").asBoolean()).isTrue();
        }
    }
}
