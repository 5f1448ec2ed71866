package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import lingnan.city.agency.LedgerLine;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness' own client against a canonical service of another's making. */
class HubClientIT {

    @TempDir
    Path folder;

    @Test
    void asksAndReadsWhatCxfAnswers() throws IOException {
        try (City city = City.start(new City.Setting(folder, 1, 50), EnumSet.of(SimulatedAgency.QTS))) {
            AgencyProcess qts = city.agency(SimulatedAgency.QTS);
            HubClient client = new HubClient(URI.create("http://127.0.0.1:" + qts.port() + "/"), "user", "password");

            Question question = Question.about("QTS-ORG-CODE", "organisationCode", WellKnown.RARE_ORGANISATION_CODE)
                    .purpose("P01")
                    .caseNumber("<C&1>");
            assertThat(client.query(question).field("name")).isEqualTo(WellKnown.RARE_NAME);

            qts.behave("fault", 1);
            Reply refused = client.query(question);
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.fault()).get().extracting(Reply.Fault::code).isEqualTo("soap:Server");
            assertThat(client.query(question).records()).hasSize(1);
            assertThat(qts.ledger()).filteredOn(LedgerLine::isEffect).hasSize(3);
        }
    }
}
