package lingnan.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Artemis server, made from one of the {@code broker.xml} files. */
public final class BrokerServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerServer.class);

    private static final String ACCEPTOR = "hub";

    private final ActiveMQServer server;

    private BrokerServer(ActiveMQServer server) {
        this.server = server;
    }

    /**
     * Starts the broker that lives inside the hub's process, and returns when it serves.
     *
     * @param directory where its files are kept; made if missing
     * @param number tells the brokers of one process apart: clients connect to {@code vm://<number>}
     * @param port on which it also listens on the loopback address, 0 for a free one, or negative for not at all
     * @throws BrokerFailure if it does not come up
     */
    public static BrokerServer embedded(Path directory, List<BrokerUser> users, int number, int port) {
        return attempt("Starting the embedded broker in " + directory, () -> {
            Configuration configuration = read(BrokerFile.EMBEDDED, directory);
            configuration.clearAcceptorConfigurations().addAcceptorConfiguration(inVm(number));
            if (port >= 0) {
                configuration.addAcceptorConfiguration(
                        ACCEPTOR, "tcp://127.0.0.1:" + port + "?protocols=CORE;useEpoll=false;useKQueue=false");
            }
            return new BrokerServer(start(configuration, users));
        });
    }

    /**
     * Starts a broker from a file as it stands; what the file leaves open ({@code ${lingnan.broker.port:61616}} and the
     * like) comes from system properties. Returns when it serves, or at once if the file makes it somebody's backup.
     *
     * @throws BrokerFailure if it does not come up
     */
    public static BrokerServer fromFile(BrokerFile file, Path directory, List<BrokerUser> users) {
        return attempt(
                "Starting the broker in " + directory, () -> new BrokerServer(start(read(file, directory), users)));
    }

    /** The id of the store: kept with it, and another one when the store was lost. */
    public String nodeId() {
        return server.getNodeID().toString();
    }

    /** Whether it serves; a backup that waits does not. */
    public boolean isActive() {
        return server.isActive();
    }

    /** The TCP port that it listens on, or -1 if it listens on none. */
    public int port() {
        Acceptor acceptor = server.getRemotingService().getAcceptor(ACCEPTOR);
        return acceptor == null ? -1 : acceptor.getActualPort();
    }

    /** Stops it; what was accepted is in its store. */
    @Override
    public void close() {
        attempt("Stopping the broker", () -> {
            server.stop();
            return server;
        });
    }

    private static Configuration read(BrokerFile file, Path directory) throws Exception {
        FileConfiguration configuration = new FileConfiguration();
        new FileDeploymentManager(file.resource()).addDeployable(configuration).readConfiguration();
        // Otherwise the server watches the file for changes, and complains that it lies in a jar.
        configuration.setConfigurationUrl(null);
        configuration.setBrokerInstance(directory.toAbsolutePath().toFile());
        return configuration;
    }

    private static ActiveMQServer start(Configuration configuration, List<BrokerUser> users) throws Exception {
        ActiveMQServer server = ActiveMQServers.newActiveMQServer(configuration, null, security(users));
        AtomicReference<Exception> failure = new AtomicReference<>();
        server.registerActivationFailureListener(failure::set);
        server.start();
        if (failure.get() != null) {
            server.stop();
            throw failure.get();
        }
        // Without the operating system's libaio the journal falls back to NIO: as safe, but slower under load.
        LOG.info("Broker {} started, journal {}", configuration.getName(), configuration.getJournalType());
        return server;
    }

    private static TransportConfiguration inVm(int number) {
        return new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of(TransportConstants.SERVER_ID_PROP_NAME, number), "in-vm");
    }

    private static ActiveMQJAASSecurityManager security(List<BrokerUser> users) {
        SecurityConfiguration known = new SecurityConfiguration();
        for (BrokerUser user : users) {
            known.addUser(user.name(), user.password());
            known.addRole(user.name(), user.role());
        }
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), known);
    }

    /** Artemis declares Exception on everything; a task tells its failure apart without catching it all. */
    private static <T> T attempt(String what, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        task.run();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw new BrokerFailure(what, failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerFailure(what, interrupted);
        }
    }
}
