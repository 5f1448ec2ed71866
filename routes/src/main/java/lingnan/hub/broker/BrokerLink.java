package lingnan.hub.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.api.core.ActiveMQAddressExistsException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQQueueExistsException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.core.client.impl.ClientSessionFactoryInternal;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** One living connection to the broker that tells its id, makes queues, and notices when it is gone. */
final class BrokerLink implements AutoCloseable {

    private final ActiveMQConnection connection;
    private final CountDownLatch lost = new CountDownLatch(1);
    private final String nodeId;

    private BrokerLink(ActiveMQConnection connection) throws JMSException {
        this.connection = connection;
        connection.setExceptionListener(failure -> release());
        this.nodeId = ((ClientSessionFactoryInternal) connection.getSessionFactory()).getPrimaryNodeId();
    }

    /** @throws JMSException if the broker is not there or refuses the hub */
    static BrokerLink open(ConnectionFactory factory) throws JMSException {
        Connection connection = factory.createConnection();
        return new BrokerLink((ActiveMQConnection) connection);
    }

    String nodeId() {
        return nodeId;
    }

    /** Returns when the connection failed or was released. */
    void awaitLoss() throws InterruptedException {
        lost.await();
    }

    void release() {
        lost.countDown();
    }

    /** Makes a durable queue, and leaves one alone that exists. */
    void declare(String address) throws JMSException, ActiveMQException {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            ClientSession core = ((ActiveMQSession) session).getCoreSession();
            if (!core.addressQuery(SimpleString.of(address)).isExists()) {
                createAddress(core, address);
            }
            if (!core.queueQuery(SimpleString.of(address)).isExists()) {
                createQueue(core, address);
            }
        }
    }

    private static void createAddress(ClientSession core, String address) throws ActiveMQException {
        try {
            core.createAddress(SimpleString.of(address), RoutingType.ANYCAST, false);
        } catch (ActiveMQAddressExistsException another) {
            // Another hub was faster.
        }
    }

    private static void createQueue(ClientSession core, String address) throws ActiveMQException {
        try {
            core.createQueue(QueueConfiguration.of(address)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true));
        } catch (ActiveMQQueueExistsException another) {
            // Another hub was faster.
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
