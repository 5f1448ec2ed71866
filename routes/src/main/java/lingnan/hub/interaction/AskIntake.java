package lingnan.hub.interaction;

import java.sql.Timestamp;
import java.util.List;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.ServiceId;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.Cursors;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.Traces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes accepted asynchronous questions from the log into the state, lane by lane, each once. */
@Component
final class AskIntake {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Traces traces;
    private final Cursors cursors;
    private final Catalog catalog;

    AskIntake(JdbcClient jdbc, TransactionTemplate transaction, Traces traces, Cursors cursors, Catalog catalog) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.traces = traces;
        this.cursors = cursors;
        this.catalog = catalog;
    }

    void takeIn() {
        for (String lane : traces.lanes()) {
            if (!lane.equals(Asks.LANE)) {
                transaction.executeWithoutResult(status -> takeIn(lane));
            }
        }
    }

    /** The cursor's row is the lock: of several hubs one takes in a lane at a time, and position and state agree. */
    private void takeIn(String lane) {
        jdbc.sql("insert into interaction.ask_cursor (lane) values (?) on conflict do nothing")
                .param(lane)
                .update();
        long position = jdbc.sql("select position from interaction.ask_cursor where lane = ? for update")
                .param(lane)
                .query(Long.class)
                .single();
        List<LoggedEntry> entries = cursors.asynchronous(lane, position, BATCH);
        for (LoggedEntry entry : entries) {
            insert(entry);
            position = entry.position().position();
        }
        if (!entries.isEmpty()) {
            jdbc.sql("update interaction.ask_cursor set position = ? where lane = ?")
                    .params(position, lane)
                    .update();
        }
    }

    private void insert(LoggedEntry accepted) {
        ServiceId service = ServiceId.parse(accepted.facts().getOrDefault(Fact.SERVICE.wireName(), ""));
        jdbc.sql("insert into interaction.ask (message, agency, client, accepted_at, held, state, due_at)"
                        + " values (?, ?, ?, ?, ?, 'WAITING', now()) on conflict do nothing")
                .params(
                        accepted.message().value(),
                        service.provider().agency().value(),
                        accepted.facts().getOrDefault(Fact.CLIENT.wireName(), ""),
                        Timestamp.from(accepted.position().appendedAt()),
                        isHeld(service))
                .update();
    }

    private boolean isHeld(ServiceId service) {
        int version = Integer.parseInt(service.version().substring(1));
        return catalog.current()
                .subject(SubjectCode.of(service.service()), version)
                .filter(subject -> subject.offer().answered() != Subject.Answered.LIVE)
                .isPresent();
    }
}
