package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import lingnan.city.agency.LedgerLine;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients that hub tests rely on, held against a canonical service that is not the hub. */
class ForeignClientsIT {

    @TempDir
    static Path folder;

    private static City city;

    @BeforeAll
    static void startCity() throws IOException {
        city = City.start(new City.Setting(folder, 1, 50), EnumSet.of(SimulatedAgency.PLAN));
    }

    @AfterAll
    static void stopCity() {
        city.close();
    }

    private static void getsNamesBeyondTheBmp(ForeignProgram client) throws IOException {
        AgencyProcess plan = city.agency(SimulatedAgency.PLAN);
        String base = "http://127.0.0.1:" + plan.port();
        String key = "permitNumber=" + WellKnown.PERMIT_NUMBER;

        assertThat(client.output(base, "GZ/GOV/LRH/TITLE", "secret", "PLAN-BUILD-PERMIT", key, "builder", "P01", "C1"))
                .isEqualTo(WellKnown.RARE_NAME);
        assertThat(plan.ledger())
                .filteredOn(LedgerLine::isEffect)
                .last()
                .extracting(LedgerLine::key)
                .isEqualTo(WellKnown.PERMIT_NUMBER);
    }

    @Test
    void curl() throws IOException {
        getsNamesBeyondTheBmp(
                ForeignProgram.client("sh", "curl/query.sh").needing("apt-get install curl", "curl", "--version"));
    }

    @Test
    void php() throws IOException {
        getsNamesBeyondTheBmp(ForeignProgram.client("php", "php/query.php")
                .needing("apt-get install php-cli php-soap", "php", "-r", "new ReflectionClass('SoapClient');"));
    }

    @Test
    void zeep() throws IOException {
        getsNamesBeyondTheBmp(ForeignProgram.client("/usr/bin/python3", "python/query.py")
                .needing("apt-get install python3-zeep", "/usr/bin/python3", "-c", "import zeep"));
    }

    @Test
    void node() throws IOException {
        Path folder = Installation.find().clients().resolve("node");
        String[] install = {"npm", "install", "--prefix", folder.toString()};
        getsNamesBeyondTheBmp(ForeignProgram.client("node", "node/query.js")
                .needing("apt-get install nodejs npm, and the npm registry within reach", install));
    }

    @Test
    void dotNet() throws IOException {
        getsNamesBeyondTheBmp(ForeignProgram.client("/usr/bin/python3", "dotnet/query.py")
                .needing("apt-get install python3", "/usr/bin/python3", "--version"));
    }

    @Test
    void axis() throws IOException {
        getsNamesBeyondTheBmp(ForeignProgram.axis("lingnan.city.clients.AxisClient"));
    }

    @Test
    void tellsOfAFault() throws IOException {
        String base = "http://127.0.0.1:" + city.agency(SimulatedAgency.PLAN).port();
        ForeignProgram.Outcome outcome = ForeignProgram.client("sh", "curl/query.sh")
                .needing("apt-get install curl", "curl", "--version")
                .run(base, "u", "p", "PLAN-BUILD-PERMIT", "nothing=1", "builder");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("Fault");
    }
}
