package lingnan.hub.broker;

import java.util.Optional;

/**
 * The message broker as the hub sees it. It carries what is asynchronous and is not the truth: it may be down, and its
 * store may be lost. No method here waits for it.
 */
public interface Broker {

    /** Whether the hub is connected to it now. */
    boolean isUp();

    /**
     * Which store it has. A store that was lost comes back with another id, and then the queues have to be filled again
     * from the message log.
     *
     * @return empty while it cannot be reached
     */
    Optional<String> nodeId();

    /**
     * Sees to it that the durable queue exists: now if the broker is up, and again on every connection to come.
     *
     * @param address of queue and address alike, such as {@code hub.ask.AIC}
     */
    void ensureQueue(String address);

    /** Starts the embedded broker, or connects to the one outside, in the background; goes on trying until stopped. */
    void start();

    /** Stops the embedded broker, or disconnects from the one outside. Returns when that is done. */
    void stop();
}
