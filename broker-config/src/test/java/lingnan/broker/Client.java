package lingnan.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** One connection of a test's. */
final class Client implements AutoCloseable {

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session session;

    Client(String url, String user, String password) throws JMSException {
        factory = new ActiveMQConnectionFactory(url);
        factory.setMinLargeMessageSize(BrokerFile.LARGE_MESSAGE_BYTES);
        connection = factory.createConnection(user, password);
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        connection.start();
    }

    Client declare(String queue) throws Exception {
        ClientSession core = ((ActiveMQSession) session).getCoreSession();
        core.createAddress(SimpleString.of(queue), RoutingType.ANYCAST, false);
        core.createQueue(
                QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST).setDurable(true));
        return this;
    }

    Client send(String queue, String text) throws JMSException {
        try (var producer = session.createProducer(session.createQueue(queue))) {
            producer.send(session.createTextMessage(text));
        }
        return this;
    }

    /** The next text, or null if there is none within the time. */
    String receive(String queue, long milliseconds) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            TextMessage message = (TextMessage) consumer.receive(milliseconds);
            return message == null ? null : message.getText();
        }
    }

    /** Takes the next message and gives it back, as a consumer that fails does. */
    void fail(String queue) throws JMSException {
        try (Session failing = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = failing.createConsumer(failing.createQueue(queue))) {
            if (consumer.receive(5_000) == null) {
                throw new AssertionError("nothing to fail on");
            }
            failing.rollback();
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        factory.close();
    }
}
