package lingnan.hub.interaction;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lingnan.hub.broker.Broker;
import lingnan.hub.kernel.MessageId;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads accepted asynchronous questions from the log and says which are due to be handed to the broker. The broker may
 * lose everything: another node id means that whatever still waits is handed over again.
 */
@Component
final class AskRelay {

    private static final int BATCH = 500;

    /** After this the broker has lost it, or another hub had it and died; a second message for the same does no harm. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Asks asks;
    private final AskIntake intake;
    private final AskSweep sweep;
    private final Broker broker;
    private final Hours hours;

    AskRelay(JdbcClient jdbc, Asks asks, AskIntake intake, AskSweep sweep, Broker broker, Hours hours) {
        this.jdbc = jdbc;
        this.asks = asks;
        this.intake = intake;
        this.sweep = sweep;
        this.broker = broker;
        this.hours = hours;
    }

    /** What is to be sent now, oldest first; nothing while the broker is away. */
    public List<Ask> due() {
        intake.takeIn();
        sweep.sweep();
        asks.takeBack();
        var node = broker.nodeId();
        if (node.isEmpty()) {
            return List.of();
        }
        resendIfStoreIsAnother(node.get());
        return jdbc.sql("select message, case when held then '" + Ask.HELD
                        + "' else agency end, due_at from interaction.ask where state = 'WAITING'"
                        + " and (sent_at is null or sent_at < now() - interval '" + PATIENCE.toMinutes() + " minutes')"
                        + " and due_at <= now() and (held or agency <> all (?)) order by accepted_at limit " + BATCH)
                .param(hours.closed().toArray(String[]::new))
                .query((row, n) -> new Ask(
                        new MessageId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    /** The broker has it, durably. */
    public void sent(@Variable("ask") Ask ask) {
        jdbc.sql("update interaction.ask set sent_at = now() where message = ? and state = 'WAITING' and due_at = ?")
                .params(ask.message().value(), Timestamp.from(ask.due()))
                .update();
    }

    private void resendIfStoreIsAnother(String node) {
        int changed = jdbc.sql("insert into interaction.broker_seen (one, node_id) values (true, ?)"
                        + " on conflict (one) do update set node_id = excluded.node_id"
                        + " where broker_seen.node_id <> excluded.node_id")
                .param(node)
                .update();
        if (changed > 0) {
            jdbc.sql("update interaction.ask set sent_at = null where state = 'WAITING' and sent_at is not null")
                    .update();
        }
    }
}
