package lingnan.hub.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.function.BooleanSupplier;

/**
 * Connections for as long as the broker is known to be there; otherwise refuses at once, so that no caller's thread ever
 * waits for a dead broker to answer.
 */
final class ConnectionsWhenUp implements ConnectionFactory {

    private static final String DOWN = "The message broker is down; try again when it is back";

    private final ConnectionFactory factory;
    private final BooleanSupplier up;

    ConnectionsWhenUp(ConnectionFactory factory, BooleanSupplier up) {
        this.factory = factory;
        this.up = up;
    }

    @Override
    public Connection createConnection() throws JMSException {
        return live().createConnection();
    }

    @Override
    public Connection createConnection(String user, String password) throws JMSException {
        return live().createConnection(user, password);
    }

    @Override
    public JMSContext createContext() {
        return liveContexts().createContext();
    }

    @Override
    public JMSContext createContext(int sessionMode) {
        return liveContexts().createContext(sessionMode);
    }

    @Override
    public JMSContext createContext(String user, String password) {
        return liveContexts().createContext(user, password);
    }

    @Override
    public JMSContext createContext(String user, String password, int sessionMode) {
        return liveContexts().createContext(user, password, sessionMode);
    }

    private ConnectionFactory live() throws JMSException {
        if (!up.getAsBoolean()) {
            throw new JMSException(DOWN);
        }
        return factory;
    }

    private ConnectionFactory liveContexts() {
        if (!up.getAsBoolean()) {
            throw new JMSRuntimeException(DOWN);
        }
        return factory;
    }
}
