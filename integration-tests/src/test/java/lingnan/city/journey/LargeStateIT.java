package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lingnan.city.HubCommand;
import lingnan.city.Question;
import lingnan.city.Reply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register of a million records is loaded in little memory, while the state before it goes on answering. */
@Tag("full")
class LargeStateIT {

    private static final int RECORDS = 1_000_000;

    @TempDir
    static Path folder;

    @Test
    void takesAMillionRecordsInASmallHeap() throws Exception {
        try (Town town = Town.start(Town.Plan.of(folder))) {
            HubCommand.Result load = HubCommand.runWith(
                    Map.of("JAVA_TOOL_OPTIONS", "-Xmx128m"),
                    town.hub(),
                    "load",
                    "DRC-PROJECT",
                    register().toString());

            assertThat(load.exitCode()).as(load.output()).isZero();
            assertThat(load.output()).contains("1,000,000 records loaded", "records read …");
            Reply reply = town.ask(
                    Town.LRH,
                    Question.about("DRC-PROJECT", "projectNumber", "GZ-" + (RECORDS - 1))
                            .purpose("LAND-SUPPLY"));
            assertThat(reply.field("projectName")).isEqualTo("示范工程" + (RECORDS - 1));
        }
    }

    private static Path register() throws IOException {
        Path file = folder.resolve("register.xml");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<records xmlns=\"" + StateFiles.PROJECTS + "\" asOf=\"2009-11-09T18:00:00+08:00\">\n");
            for (int i = 0; i < RECORDS; i++) {
                out.write(StateFiles.project("GZ-" + i, "示范工程" + i, "<builder>广州岭南示范建设（集团）有限公司</builder>"));
            }
            out.write("</records>\n");
        }
        return file;
    }
}
