package lingnan.hub.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import lingnan.broker.BrokerFailure;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Holds the one connection that knows whether the broker is there. A thread of its own starts the broker, connects and
 * connects again, so that neither the hub's start nor any request waits for it.
 */
final class ArtemisBroker implements Broker, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisBroker.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final BrokerHost host;
    private final ConnectionFactory factory;
    private final Set<String> queues = ConcurrentHashMap.newKeySet();

    private volatile @Nullable BrokerLink link;
    private volatile @Nullable Thread keeper;

    ArtemisBroker(BrokerHost host, ConnectionFactory factory) {
        this.host = host;
        this.factory = factory;
    }

    /** Connections for as long as it is up. */
    ConnectionFactory connections() {
        return new ConnectionsWhenUp(factory, this::isUp);
    }

    /** Where an embedded broker listens; -1 if nowhere. */
    int port() {
        return host.port();
    }

    @Override
    public boolean isUp() {
        return link != null;
    }

    @Override
    public Optional<String> nodeId() {
        BrokerLink now = link;
        return now == null ? Optional.empty() : Optional.of(now.nodeId());
    }

    @Override
    public void ensureQueue(String address) {
        queues.add(address);
        BrokerLink now = link;
        if (now != null) {
            try {
                now.declare(address);
            } catch (JMSException | ActiveMQException failed) {
                LOG.warn("Queue {} could not be made yet: {}", address, failed.getMessage());
            }
        }
    }

    @Override
    public synchronized void start() {
        if (keeper == null) {
            Thread fresh = new Thread(this::keep, "broker-link");
            fresh.setDaemon(true);
            keeper = fresh;
            fresh.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = keeper;
        if (running == null) {
            return;
        }
        keeper = null;
        BrokerLink now = link;
        if (now != null) {
            now.release();
        }
        // No interrupt: one that hits the broker's journal closes its files.
        LockSupport.unpark(running);
        try {
            running.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        host.down();
    }

    @Override
    public synchronized boolean isRunning() {
        return keeper != null;
    }

    /** Before whatever consumes and produces, and stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    private boolean isWanted() {
        return keeper == Thread.currentThread();
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        while (isWanted()) {
            try {
                host.up();
                stay();
                pause = FIRST_PAUSE;
            } catch (BrokerFailure | JMSException | ActiveMQException failed) {
                if (pause.equals(FIRST_PAUSE)) {
                    LOG.warn("The broker at {} cannot be reached: {}", host.url(), failed.getMessage());
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            } catch (InterruptedException interrupted) {
                return;
            }
            if (isWanted()) {
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    /** Returns when the connection is lost. */
    private void stay() throws JMSException, ActiveMQException, InterruptedException {
        try (BrokerLink opened = BrokerLink.open(factory)) {
            for (String queue : queues) {
                opened.declare(queue);
            }
            link = opened;
            // What was asked for between the loop and the line above.
            for (String queue : queues) {
                opened.declare(queue);
            }
            LOG.info("Connected to the broker at {}, node {}", host.url(), opened.nodeId());
            if (isWanted()) {
                opened.awaitLoss();
            }
            if (isWanted()) {
                LOG.warn("The broker at {} is gone; what is asynchronous waits in the message log", host.url());
            }
        } finally {
            link = null;
        }
    }
}
