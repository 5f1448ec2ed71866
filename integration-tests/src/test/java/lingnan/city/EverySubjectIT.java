package lingnan.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lingnan.city.data.HeldRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every subject of the city answers a question with data, whichever way it is answered and whoever's stack asks. */
class EverySubjectIT {

    private static final int SUBJECTS = 320;
    private static final int SAMPLE = 8;
    private static final int BATCH = 20;
    private static final int RECORDS_OF_EACH = 20;
    private static final HeldRecords RECORDS = HeldRecords.of(2009, RECORDS_OF_EACH);

    @TempDir
    static Path folder;

    private static City city;
    private static HubProcess hub;
    private static List<SampleQuestion> sample;

    @BeforeAll
    static void start() throws IOException {
        city = City.start(new City.Setting(folder.resolve("city"), 2009, 50));
        hub = HubProcess.start(HubProcess.Setting.of(folder.resolve("hub"), city));
        sample = SampleQuestion.some(RECORDS, SAMPLE);
        Set<String> subjects = sample.stream().map(SampleQuestion::subject).collect(Collectors.toSet());
        CityStates.load(hub, folder.resolve("some"), subjects::contains, RECORDS_OF_EACH);
    }

    @AfterAll
    static void stop() throws IOException {
        hub.close();
        city.close();
    }

    @Test
    void answersWithData() throws IOException {
        answer(sample);
    }

    @ParameterizedTest
    @EnumSource(names = {"ZEEP", "NODE"})
    void answersForeignClients(ForeignClient client) throws IOException {
        asks(client, sample);
    }

    @Test
    @Tag("full")
    void answersEverybodyAboutEverything() throws IOException {
        CityStates.load(hub, folder.resolve("all"), subject -> true, RECORDS_OF_EACH);
        List<SampleQuestion> all = SampleQuestion.all(RECORDS);
        assertThat(all).as("somebody may ask for each").hasSize(SUBJECTS);
        answer(all);
        for (ForeignClient client : List.of(ForeignClient.ZEEP, ForeignClient.NODE)) {
            for (int i = 0; i < all.size(); i += BATCH) {
                asks(client, all.subList(i, Math.min(all.size(), i + BATCH)));
            }
        }
    }

    private static void answer(List<SampleQuestion> questions) throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        for (SampleQuestion question : questions) {
            Reply reply = hub.client(question.caller()).query(question.question());
            if (reply.records().isEmpty() || reply.fault().isPresent()) {
                wrong.put(question.subject(), reply.body());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void asks(ForeignClient client, List<SampleQuestion> questions) throws IOException {
        Path file = Files.createTempFile(folder, "questions", ".tsv");
        Files.write(file, questions.stream().map(question -> question.line(hub)).toList());
        String script = client == ForeignClient.ZEEP ? "python/every.py" : "node/every.js";

        String out = client.program(script).output(hub.base().toString().replaceFirst("/$", ""), file.toString());

        List<String> answered = new ArrayList<>(List.of(out.split("\n")));
        assertThat(answered).allMatch(line -> line.matches("\\S+\t[1-9]\\d*"));
        assertThat(answered.stream().map(line -> line.split("\t")[0]).collect(Collectors.toList()))
                .isEqualTo(questions.stream().map(SampleQuestion::subject).toList());
    }
}
