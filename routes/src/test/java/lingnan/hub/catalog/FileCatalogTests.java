package lingnan.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lingnan.hub.kernel.AgencyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCatalogTests {

    @TempDir
    private Path folder;

    private final List<CityChanged> changes = new ArrayList<>();

    @BeforeEach
    void copy() {
        ShippedCity.copyPartTo(folder);
    }

    @Test
    void aBadFileIsReportedAndTheOldSnapshotServesOn() throws IOException {
        try (FileCatalog catalog = catalog()) {
            Snapshot before = catalog.current();
            replace("agencies/QTS.yaml", "timeout: 8s", "timeout: never");
            replace("agencies/AIC.yaml", "Administration for Industry", "Bureau for Industry");

            Check check = catalog.reload();

            assertThat(check.isSound()).isFalse();
            assertThat(check.findings())
                    .singleElement()
                    .hasToString("agencies/QTS.yaml:13: The value of timeout has the wrong form."
                            + " Write a duration from 1ms to 10m, such as 8s.");
            assertThat(catalog.current()).isSameAs(before);
            assertThat(changes).isEmpty();
            assertThat(before.agency(AgencyCode.of("AIC")).orElseThrow().name().en())
                    .startsWith("Administration");
        }
    }

    @Test
    void aGoodChangeReplacesTheSnapshotWhole() throws IOException {
        try (FileCatalog catalog = catalog()) {
            Snapshot before = catalog.current();
            replace("agencies/AIC.yaml", "Administration for Industry", "Bureau for Industry");

            assertThat(catalog.reload().isSound()).isTrue();

            assertThat(catalog.current()).isNotSameAs(before);
            assertThat(changes).containsExactly(new CityChanged(catalog.current(), List.of("agencies/AIC.yaml")));
            assertThat(name(catalog)).startsWith("Bureau");
            assertThat(before.agency(AgencyCode.of("AIC")).orElseThrow().name().en())
                    .startsWith("Administration");
        }
    }

    @Test
    void looksForChangesByItself() throws IOException {
        try (FileCatalog catalog = catalog()) {
            catalog.watch();
            replace("agencies/AIC.yaml", "Administration for Industry", "Bureau for Industry");

            await().atMost(Duration.ofSeconds(20)).until(() -> name(catalog).startsWith("Bureau"));
        }
    }

    @Test
    void readsNothingAgainIfNothingChanged() {
        try (FileCatalog catalog = catalog()) {
            Snapshot before = catalog.current();

            catalog.look();

            assertThat(catalog.current()).isSameAs(before);
        }
    }

    @Test
    void comesBackWhenTheBadFileIsMended() throws IOException {
        try (FileCatalog catalog = catalog()) {
            replace("grants/LTAX.yaml", "TAX-COMPARE", "tax compare");
            catalog.look();
            assertThat(catalog.current().grants()).anyMatch(grant -> grant.id().equals("LTAX-AIC-1"));

            replace("grants/LTAX.yaml", "tax compare", "TAX-AUDIT");
            catalog.look();

            assertThat(catalog.current().grants())
                    .filteredOn(grant -> grant.id().equals("LTAX-AIC-1"))
                    .singleElement()
                    .satisfies(
                            grant -> assertThat(grant.purposes().get(0).code()).isEqualTo("TAX-AUDIT"));
        }
    }

    @Test
    void doesNotStartOnACityThatIsNotSound() throws IOException {
        Files.delete(folder.resolve("city.yaml"));

        assertThatThrownBy(this::catalog)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("city.yaml:0: The file cannot be read.");
    }

    private static String name(FileCatalog catalog) {
        return catalog.current()
                .agency(AgencyCode.of("AIC"))
                .orElseThrow()
                .name()
                .en();
    }

    private FileCatalog catalog() {
        return new FileCatalog(new CitySettings(folder, Map.of()), changes::add);
    }

    private void replace(String file, String right, String wrong) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(right, wrong));
    }
}
