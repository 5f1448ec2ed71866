package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lingnan.city.HubCommand;
import lingnan.city.HubProcess;
import lingnan.city.Reply;
import lingnan.city.SimulatedAgency;
import lingnan.city.data.WellKnown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hub's one idea as one story: what it accepts is logged first, and from the log it is shown, proved, and lawfully
 * forgotten.
 */
class InteractionJourneyIT {

    private static final String BUSINESS_START = "2009-11-10T10:00:00+08:00";

    @TempDir
    static Path folder;

    @Test
    void aQuestionIsAnsweredTracedProvedAndErased() throws Exception {
        Town.Plan plan = Town.Plan.of(folder, SimulatedAgency.AIC).with("--hub.business-time=" + BUSINESS_START);
        try (Town town = Town.start(plan)) {
            HubProcess hub = town.hub();

            // Local Tax asks Industry & Commerce, which speaks another dialect, and is answered in its own words.
            Reply reply = town.ask(Town.LTAX, Questions.enterprise());
            String message = reply.messageId().orElseThrow();
            assertThat(reply.field("name")).isEqualTo(WellKnown.ENTERPRISE_NAME);
            assertThat(reply.withheld()).containsExactly("legalRepresentativeId");
            assertThat(town.effects(SimulatedAgency.AIC, reply)).isEqualTo(1);

            // Whoever knows the registration number finds it, with every step and every body.
            JsonNode entries = trace(hub, WellKnown.REGISTRATION_NUMBER, message);
            assertThat(kinds(entries)).containsExactly("accepted", "answered", "looked");
            JsonNode accepted = entries.get(0);
            JsonNode answered = entries.get(1);
            assertThat(accepted.get("kind").asString()).isEqualTo("accepted");
            assertThat(accepted.get("client").asString()).isEqualTo(Town.LTAX);
            assertThat(accepted.get("provider").asString()).isEqualTo(Town.AIC);
            assertThat(answered.get("kind").asString()).isEqualTo("answered");
            assertThat(answered.get("outcome").asString()).isEqualTo("ok");
            assertThat(steps(answered))
                    .containsSubsequence(
                            "plan", "authorise", "validate", "log-request", "translate", "call", "understand", "cut");
            Map<String, String> bodies = bodies(entries);
            assertThat(bodies.keySet())
                    .isEqualTo(Set.of(
                            "request_received", "request_sent", "answer_received", "answer_canonical", "answer_sent"));
            assertThat(bodies.get("request_received")).contains("<registrationNumber>");
            assertThat(bodies.get("request_sent")).contains("queryEnterprise", "regNo");
            assertThat(bodies.get("answer_received")).contains("entName", WellKnown.CITIZEN_ID);
            assertThat(bodies.get("answer_sent")).isEqualTo(reply.body()).doesNotContain(WellKnown.CITIZEN_ID);

            // Two clocks: the business runs in 2009, the log says when it was really written.
            Instant business = Instant.parse(accepted.get("businessTime").asString());
            Instant written = Instant.parse(accepted.get("appendedAt").asString());
            assertThat(business)
                    .isBetween(Instant.parse("2009-11-10T02:00:00Z"), Instant.parse("2009-11-10T03:00:00Z"));
            assertThat(written).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
            assertThat(hub.data().resolve("simulated-clock")).exists();

            // A person reads the same.
            String printed = HubCommand.run(hub, "trace", message).output();
            assertThat(printed)
                    .contains(Town.LTAX + " → " + Town.AIC)
                    .contains("TAX-COMPARE", "LTAX-AIC-1")
                    .contains("call " + Town.AIC)
                    .contains("request sent, translated for " + Town.AIC)
                    .contains("2009-11-10 10:")
                    .contains(WellKnown.ENTERPRISE_NAME);

            // The log proves itself, before and after a lawful erasure.
            assertVerifies(hub);
            HubCommand.Result erased = HubCommand.run(hub, "erase", message, "--reason", "court order 2009-17");
            assertThat(erased.exitCode()).as(erased.output()).isZero();
            assertVerifies(hub);

            // What was erased is gone, and that it was is not.
            JsonNode after = trace(hub, message, message);
            assertThat(bodies(after)).isEmpty();
            assertThat(after.get(0).get("erased").asInt()).isPositive();
            assertThat(kinds(after)).containsExactly("accepted", "answered", "looked", "looked", "erased", "looked");
            assertThat(after.get(4).get("reason").asString()).isEqualTo("court order 2009-17");
            HubCommand.Result left = HubCommand.run(hub, "trace", WellKnown.REGISTRATION_NUMBER);
            assertThat(left.exitCode()).as("not found: %s", left.output()).isEqualTo(1);
            assertThat(left.output()).doesNotContain(message);

            // And every look above is an entry itself, also the one that found nothing.
            try (LiveLog log = LiveLog.of(hub)) {
                String looks = "select count(*) from messagelog.entry where kind = 11 and facts ->> 'detail' = ";
                assertThat(log.one(looks + "'search'")).isEqualTo("4");
                assertThat(log.one(looks + "'trace'")).isEqualTo("3");
            }

            // Once driven by a simulated clock, the data is marked for ever, whatever clock drives it next.
            hub.close();
            String mark = Files.readString(hub.data().resolve("simulated-clock"));
            HubProcess.Setting real = new HubProcess.Setting(
                    hub.data(), Map.of(), Map.of("HUB_CITY", town.files().root().toString()), List.of());
            try (HubProcess again = HubProcess.start(real)) {
                assertThat(Files.readString(again.data().resolve("simulated-clock")))
                        .isEqualTo(mark);
                assertThat(town.output()).contains("once driven by a simulated clock");
                assertThat(HubCommand.run(again, "trace", message).exitCode()).isZero();
            }
        }
    }

    private static void assertVerifies(HubProcess hub) throws IOException {
        HubCommand.Result result = HubCommand.run(hub, "verify", "--live");
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    private static JsonNode trace(HubProcess hub, String key, String message) throws IOException {
        HubCommand.Result result = HubCommand.run(hub, "trace", "--json", key);
        assertThat(result.exitCode()).as(result.output()).isZero();
        JsonNode messages = JsonMapper.shared().readTree(result.output()).get("messages");
        assertThat(messages)
                .extracting(found -> found.get("message").asString())
                .containsExactly(message);
        return messages.get(0).get("entries");
    }

    private static List<String> kinds(JsonNode entries) {
        return entries.valueStream().map(entry -> entry.get("kind").asString()).toList();
    }

    private static List<String> steps(JsonNode entry) {
        return List.of(entry.get("steps").asString().split(" ")).stream()
                .map(step -> step.substring(0, step.indexOf('@')))
                .toList();
    }

    private static Map<String, String> bodies(JsonNode entries) {
        Map<String, String> bodies = new java.util.TreeMap<>();
        for (JsonNode entry : entries) {
            for (JsonNode body : entry.get("bodies")) {
                bodies.put(body.get("role").asString(), body.get("text").asString());
            }
        }
        return bodies;
    }
}
