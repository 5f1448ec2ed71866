package lingnan.city.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lingnan.city.City;
import lingnan.city.CityStates;
import lingnan.city.HubProcess;
import lingnan.city.story.InteractionStory;
import lingnan.city.story.Telling;
import lingnan.city.story.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story that {@code ./hub demo} tells. */
class StoryIT {

    @TempDir
    static Path folder;

    @Test
    void holdsWhatItPromises() throws Exception {
        try (City city = City.start(new City.Setting(folder.resolve("city"), 2009, 200));
                HubProcess hub = HubProcess.start(new HubProcess.Setting(
                        folder.resolve("data"),
                        city.endpoints(),
                        Map.of(),
                        List.of("--hub.business-time=2009-11-10T10:00:00+08:00")))) {
            List<Telling> told = new ArrayList<>();

            Verdict verdict =
                    new InteractionStory(hub, city, told::add).play(CompletableFuture.runAsync(() -> load(hub)));

            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.interactions()).isGreaterThanOrEqualTo(10).isEqualTo(verdict.logged());
            assertThat(verdict.refused()).isGreaterThanOrEqualTo(4);
            assertThat(verdict.held()).isPositive();
            assertThat(verdict.calls()).isEqualTo(verdict.answered() - verdict.held());
            assertThat(told).hasSizeGreaterThan(verdict.interactions());
        }
    }

    private static void load(HubProcess hub) {
        try {
            CityStates.load(hub, folder.resolve("states"), "DRC-PROJECT"::equals, 5);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
