package lingnan.hub.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import lingnan.hub.messagelog.LogAccess;

/** The database did not say whether it committed a load. Its log tells, once the transaction has ended. */
final class CommitInDoubt extends SQLException {

    private static final long serialVersionUID = 1;

    private final int state;
    private final transient StateLoader.Outcome.Loaded loaded;

    CommitInDoubt(int state, StateLoader.Outcome.Loaded loaded, SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause);
        this.state = state;
        this.loaded = loaded;
    }

    /**
     * What was loaded after all.
     *
     * @param connection another one
     * @throws SQLException this one if it was not committed, another if that cannot be known
     */
    StateLoader.Outcome.Loaded settle(Connection connection, LogAccess log) throws SQLException {
        // The transaction in doubt holds this row until it has ended.
        String select = "select generation from publication.state where id = ? for update";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setInt(1, state);
            statement.execute();
        }
        if (log.traces().entries(loaded.message()).isEmpty()) {
            throw this;
        }
        return loaded;
    }
}
