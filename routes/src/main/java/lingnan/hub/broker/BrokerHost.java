package lingnan.hub.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lingnan.broker.BrokerServer;
import lingnan.broker.BrokerUser;
import org.jspecify.annotations.Nullable;

/** Where the broker runs: in this process, or somewhere else where the hub has no hand on it. */
sealed interface BrokerHost {

    /** What clients connect to. */
    String url();

    /** Sees to it that it runs, as far as that is in the hub's hands. */
    void up();

    /** The contrary of {@link #up}. */
    void down();

    /** The TCP port on which this process listens for it, or -1. */
    int port();

    record Outside(String url) implements BrokerHost {
        @Override
        public int port() {
            return -1;
        }

        @Override
        public void up() {}

        @Override
        public void down() {}
    }

    /** The broker in this process. Used by one thread at a time. */
    final class Embedded implements BrokerHost {

        /** Tells the brokers of one process apart, as when a test runs two hubs. */
        private static final AtomicInteger NUMBERS = new AtomicInteger(100);

        private final int number = NUMBERS.getAndIncrement();
        private final Path store;
        private final BrokerUser user;
        private final int port;

        private @Nullable BrokerServer server;

        /** @param port on the loopback address, or negative for none */
        Embedded(Path store, BrokerUser user, int port) {
            this.store = store;
            this.user = user;
            this.port = port;
        }

        @Override
        public String url() {
            return "vm://" + number;
        }

        @Override
        public synchronized int port() {
            return server == null ? -1 : server.port();
        }

        @Override
        public synchronized void up() {
            if (server == null) {
                server = BrokerServer.embedded(store, List.of(user), number, port);
            }
        }

        @Override
        public synchronized void down() {
            if (server != null) {
                server.close();
                server = null;
            }
        }
    }
}
