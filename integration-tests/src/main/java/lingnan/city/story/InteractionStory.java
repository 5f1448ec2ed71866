package lingnan.city.story;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import lingnan.city.City;
import lingnan.city.HubClient;
import lingnan.city.HubProcess;
import lingnan.city.Reply;
import lingnan.city.SimulatedAgency;

/** Plays the story {@code interaction} from its first scene to its last. */
public final class InteractionStory {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /**
     * The hub looks at a connection before it uses it again once it was idle for a moment. Within that moment it finds a
     * provider's death only after it has sent, and must call the result uncertain.
     */
    private static final Duration UNTIL_IDLE_CONNECTIONS_ARE_CHECKED = Duration.ofMillis(1_000);

    private final HubProcess hub;
    private final City city;
    private final Consumer<Telling> audience;
    private final List<Played> played = new ArrayList<>();

    /** @param audience is told each thing as it happens */
    public InteractionStory(HubProcess hub, City city, Consumer<Telling> audience) {
        this.hub = hub;
        this.city = city;
        this.audience = audience;
    }

    /**
     * Returns what the ledgers and the log say of it.
     *
     * @param states ends when the states of held subjects are loaded; that may go on while other scenes are played
     */
    public Verdict play(CompletableFuture<?> states) throws IOException {
        for (Scene scene : InteractionScenes.answered()) {
            ask(scene);
        }
        for (Scene scene : InteractionScenes.refused()) {
            ask(scene);
        }
        for (Scene scene : InteractionScenes.asynchronous()) {
            collect(scene, leave(scene));
        }
        states.join();
        for (Scene scene : InteractionScenes.fromState()) {
            ask(scene);
        }
        city.agency(SimulatedAgency.QTS).kill();
        audience.accept(new Telling.Happening("质监局的系统停机。", "The system of Quality Supervision goes down."));
        pause(UNTIL_IDLE_CONNECTIONS_ARE_CHECKED);
        Scene refused = InteractionScenes.whileDown().get(0);
        ask(refused);
        Scene waiting = InteractionScenes.whileDown().get(1);
        String receipt = leave(waiting);
        city.agency(SimulatedAgency.QTS).restart();
        audience.accept(new Telling.Happening("质监局的系统恢复。", "The system of Quality Supervision is back."));
        collect(waiting, receipt);
        return Verdict.of(hub, city, played);
    }

    private void ask(Scene scene) throws IOException {
        long started = System.nanoTime();
        Reply reply = client(scene).query(scene.question());
        add(scene, reply.messageId().orElse(""), reply, started);
    }

    private String leave(Scene scene) throws IOException {
        Reply reply = client(scene).query(scene.question());
        if (!reply.isReceipt()) {
            throw new IllegalStateException("No receipt but: " + reply.body());
        }
        String message = reply.messageId().orElseThrow();
        audience.accept(new Telling.Happening("回执：" + message, "A receipt: " + message));
        return message;
    }

    private void collect(Scene scene, String message) throws IOException {
        long started = System.nanoTime();
        Reply reply = client(scene).collect(scene.question(), message);
        while (reply.isReceipt() && System.nanoTime() - started < PATIENCE.toNanos()) {
            pause(BETWEEN_LOOKS);
            reply = client(scene).collect(scene.question(), message);
        }
        add(scene, message, reply, started);
    }

    private void add(Scene scene, String message, Reply reply, long started) {
        Played one = new Played(scene, message, reply, Duration.ofNanos(System.nanoTime() - started));
        played.add(one);
        audience.accept(new Telling.Act(
                played.size(),
                scene.zh(),
                scene.en(),
                scene.asking(),
                scene.provider(),
                one.outcome(),
                one.isAsExpected(),
                one.took(),
                message));
    }

    private HubClient client(Scene scene) {
        return hub.client(scene.client());
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer", interrupted);
        }
    }
}
