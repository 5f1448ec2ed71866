package lingnan.hub.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lingnan.hub.publication.StateBench.NOON;
import static lingnan.hub.publication.StateBench.PROJECTS;
import static lingnan.hub.publication.StateBench.PROVIDER;
import static lingnan.hub.publication.StateBench.adding;
import static lingnan.hub.publication.StateBench.order;
import static lingnan.hub.publication.StateBench.project;
import static lingnan.hub.publication.StateBench.projects;
import static lingnan.hub.publication.StateBench.replacing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import lingnan.hub.catalog.Check.Finding;
import lingnan.hub.catalog.ShippedCity;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Key;
import lingnan.hub.publication.StateLoader.Order;
import lingnan.hub.publication.StateLoader.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States on a real PostgreSQL: replaced, added to, refused, left half-way, and read meanwhile. */
class StateLoaderIT {

    private static final Subject MARRIAGES = ShippedCity.subject("CAB-MARRIAGE");

    @TempDir
    static Path folder;

    private static StateBench bench;

    @BeforeAll
    static void start() throws IOException {
        bench = new StateBench(folder);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void empty() throws IOException {
        bench.load(order(false, true, read -> {}), NOON.minusSeconds(60), "");
    }

    @Test
    void replacesTheWholeState() throws IOException {
        bench.load(replacing(), NOON, project("P-1", "旧名") + project("P-2", "不再有"));
        Outcome outcome = bench.load(replacing(), NOON, project("P-1", "新名𠮷㑇"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Loaded.class, loaded -> {
            assertThat(loaded.records()).isEqualTo(1);
            assertThat(loaded.held()).isEqualTo(1);
        });
        assertThat(bench.found("projectNumber", "P-1"))
                .containsExactly(
                        "<record>\n<projectNumber>P-1</projectNumber>\n<projectName>新名𠮷㑇</projectName>\n</record>");
        assertThat(bench.found("projectNumber", "P-2")).isEmpty();
        assertThat(bench.rows()).as("what was replaced is gone").isEqualTo(1);
    }

    @Test
    void addsInThePlaceOfTheSameFirstKey() throws IOException {
        bench.load(replacing(), NOON, project("P-1", "旧名") + project("P-2", "不变"));
        Outcome outcome = bench.load(adding(), NOON.plusSeconds(60), project("P-1", "新名") + project("P-3", "另加"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Loaded.class, loaded -> assertThat(loaded.held())
                .isEqualTo(3));
        assertThat(bench.found("projectNumber", "P-1"))
                .singleElement()
                .asString()
                .contains("新名");
        assertThat(bench.found("projectName", "不变")).hasSize(1);
        assertThat(bench.states.all())
                .filteredOn(state -> state.subject().equals(PROJECTS.code()))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.records()).isEqualTo(3);
                    assertThat(state.asOf())
                            .as("what was not added is as old as it was")
                            .isEqualTo(NOON);
                });
        assertThat(bench.rows()).isEqualTo(3);
    }

    @Test
    void keepsWhatIsNewerUnlessTold() throws IOException {
        bench.load(replacing(), NOON, project("P-1", "新"));

        assertThat(bench.load(replacing(), NOON.minusSeconds(1), project("P-1", "旧")))
                .isEqualTo(new Outcome.Older(NOON, NOON.minusSeconds(1)));
        assertThat(bench.found("projectName", "新")).hasSize(1);
        assertThat(bench.load(order(false, true, read -> {}), NOON.minusSeconds(1), project("P-1", "旧")))
                .isInstanceOf(Outcome.Loaded.class);
        assertThat(bench.found("projectName", "旧")).hasSize(1);
    }

    @Test
    void saysByFileAndLineWhatIsWrongAndLoadsNothing() throws IOException {
        bench.load(replacing(), NOON, project("P-1", "留下"));
        String many = projects("Q-", 1_200, "很多");
        String bad = "<record>\n<projectNumber>P-2</projectNumber>\n<projectName>面积</projectName>\n\n"
                + "<landArea>很大</landArea>\n<weather>晴</weather></record>\n<record>\n<projectName>无编号</projectName></record>";

        Outcome outcome = bench.load(replacing(), NOON, many + bad);

        int line = 3 + 1_200 * 3;
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Unsound.class, unsound -> assertThat(unsound.findings())
                .extracting(Finding::line)
                .containsExactly(line + 4, line + 5, line + 7));
        assertThat(bench.found("projectName", "留下")).hasSize(1);
        assertThat(bench.found("projectName", "很多")).isEmpty();
        assertThat(bench.rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,㑇·䶮𠮷花园", "UTF-16,㑇·䶮𠮷花园", "GB18030,㑇·䶮𠮷花园", "GBK,鎔·镕花园"})
    void readsTheCharacterSetsOfAgencies(String charset, String name) throws IOException {
        Outcome outcome = bench.loader.load(
                PROJECTS, PROVIDER, List.of(bench.file(NOON, project("P-1", name), charset)), replacing());

        assertThat(outcome).isInstanceOf(Outcome.Loaded.class);
        assertThat(bench.found("projectName", name)).hasSize(1);
    }

    @Test
    void refusesFilesThatAreNotWhatTheySay() throws IOException {
        Path garbled = Files.write(folder.resolve("garbled.xml"), new byte[] {'<', 'a', '>', (byte) 0xFF, (byte) 0xFE});
        Path dtd = Files.writeString(folder.resolve("dtd.xml"), "<!DOCTYPE records [<!ENTITY a 'b'>]><records/>");
        Path other = Files.writeString(folder.resolve("other.xml"), "<records xmlns='" + MARRIAGES.namespace() + "'/>");
        Path cut = Files.writeString(
                folder.resolve("cut.xml"),
                "<records xmlns='" + PROJECTS.namespace() + "' asOf='2009-11-09T12:00:00'><record>");
        for (Path file : List.of(garbled, dtd, other, cut, folder.resolve("missing.xml"))) {
            assertThat(bench.loader.load(PROJECTS, PROVIDER, List.of(file), replacing()))
                    .as(file.toString())
                    .isInstanceOfSatisfying(Outcome.Unsound.class, unsound -> assertThat(unsound.findings())
                            .hasSize(1));
        }
    }

    @Test
    void clearsWhatALoadThatDiedHasLeft() throws IOException {
        bench.load(replacing(), NOON, project("P-1", "留下"));
        String many = project("P-1", "半途").repeat(1_500);
        Order dying = order(true, false, read -> {
            if (read == 1_400) {
                throw new IllegalStateException("killed for the test");
            }
        });

        assertThatThrownBy(() -> bench.load(dying, NOON, many)).hasMessageContaining("killed");

        assertThat(bench.rows()).as("batches were written").isEqualTo(1_001);
        assertThat(bench.found("projectNumber", "P-1"))
                .singleElement()
                .asString()
                .contains("留下");
        bench.load(adding(), NOON, project("P-2", "另加"));
        assertThat(bench.found("projectNumber", "P-1"))
                .singleElement()
                .asString()
                .contains("留下");
        assertThat(bench.rows()).isEqualTo(2);
    }

    @Test
    void letsOneLoadAtATime() throws IOException {
        AtomicBoolean refused = new AtomicBoolean();
        Outcome outcome;
        try (StateLoader second = StateLoader.to(bench.database, bench.log, BusinessClock.real())) {
            outcome = bench.load(
                    order(false, false, read -> {
                        if (!refused.getAndSet(true)) {
                            assertThat(second.load(PROJECTS, PROVIDER, List.of(), replacing()))
                                    .isInstanceOf(Outcome.Busy.class);
                        }
                    }),
                    NOON,
                    project("P-1", "先来"));
        }

        assertThat(refused).isTrue();
        assertThat(outcome).isInstanceOf(Outcome.Loaded.class);
    }

    @Test
    void showsReadersTheOldStateOrTheNewOne() throws Exception {
        String old = projects("P-", 900, "同名");
        String fresh = projects("P-", 700, "同名");
        bench.load(replacing(), NOON, old);
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<List<Integer>> sizes = CompletableFuture.supplyAsync(() -> {
            List<Integer> seen = new java.util.ArrayList<>();
            while (!isOver.get()) {
                seen.add(bench.found("projectName", "同名").size());
            }
            return seen;
        });

        for (int i = 0; i < 5; i++) {
            bench.load(replacing(), NOON, i % 2 == 0 ? fresh : old);
        }
        isOver.set(true);

        assertThat(sizes.get()).isNotEmpty().isSubsetOf(700, 900);
    }

    @Test
    void isLoggedWithTheDigestOfEachFile() throws Exception {
        Path file = bench.file(NOON, project("P-1", "一"), "UTF-8");
        bench.loader.load(PROJECTS, PROVIDER, List.of(file), replacing());

        String digest = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        assertThat(bench.log.traces().find(digest, 10)).singleElement().satisfies(found -> {
            assertThat(found.subject()).isEqualTo("DRC-PROJECT");
            assertThat(bench.log.traces().entries(found.message()))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.kind()).isEqualTo(EntryKind.LOADED);
                        assertThat(entry.facts())
                                .containsEntry("count", "1")
                                .containsEntry("as_of", NOON.toString())
                                .containsEntry("actor", "tester")
                                .containsEntry("provider", PROVIDER);
                    });
        });
    }

    @Test
    void keepsNoPersonInTheClear() throws IOException {
        String husband = "440199198001011234";
        Path file = Files.writeString(
                folder.resolve("marriages.xml"),
                "<records xmlns='" + MARRIAGES.namespace()
                        + "' asOf='2009-11-09T12:00:00'><record><certificateNumber>J-1"
                        + "</certificateNumber><husbandId>" + husband
                        + "</husbandId><wifeId>440199198202021223</wifeId></record></records>");
        assertThat(bench.loader.load(MARRIAGES, "GZ/GOV/CAB/CIVIL", List.of(file), order(false, true, read -> {})))
                .isInstanceOf(Outcome.Loaded.class);

        byte[] content = bench.jdbc
                .sql("select r.content from publication.record r join publication.state s on s.id = r.state"
                        + " where s.subject = 'CAB-MARRIAGE'")
                .query(byte[].class)
                .single();
        assertThat(new String(content, UTF_8)).doesNotContain(husband);
        assertThat(bench.find(MARRIAGES, new Key("husbandId", husband, true))
                        .orElseThrow()
                        .records())
                .hasSize(1);
        assertThat(bench.find(MARRIAGES, new Key("wifeId", husband, true))
                        .orElseThrow()
                        .records())
                .as("a value counts for its own field only")
                .isEmpty();
        bench.jdbc
                .sql("delete from publication.record r using publication.state s where s.id = r.state"
                        + " and s.subject = 'CAB-MARRIAGE'")
                .update();
    }

    @Test
    void tellsAStateThatIsEmptyFromNone() {
        assertThat(bench.find(PROJECTS, new Key("projectNumber", "P-1", false)))
                .hasValueSatisfying(found -> assertThat(found.records()).isEmpty());
        assertThat(bench.find(ShippedCity.subject("CAB-DIVORCE"), new Key("certificateNumber", "J", false)))
                .isEmpty();
    }
}
