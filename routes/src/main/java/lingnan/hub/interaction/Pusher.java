package lingnan.hub.interaction;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.MessageLog;
import lingnan.transformers.dialect.Dialect.WireAnswer;
import lingnan.transformers.dialect.Dialect.WireRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends what asynchronous questions came to, answers and faults, to callers whose agency's file names an address for
 * them. Receivers tell duplicates by the message id; every attempt is an entry.
 */
@Component
final class Pusher {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_ATTEMPTS = 20;

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Results results;
    private final ProviderHttp http;
    private final MessageLog log;
    private final BusinessClock clock;

    Pusher(JdbcClient jdbc, Catalog catalog, Results results, ProviderHttp http, MessageLog log, BusinessClock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.results = results;
        this.http = http;
        this.log = log;
        this.clock = clock;
    }

    /** What is to be pushed now; taking it keeps other hubs from it for longer than an attempt may last. */
    public List<MessageId> due() {
        return jdbc.sql(
                        "update interaction.ask set push_attempt = push_attempt + 1, push_due_at = ? where message in (select message from interaction.ask where push_due_at <= ?"
                                + " order by push_due_at limit 50 for update skip locked) returning message")
                .params(Timestamp.from(clock.now().plus(PATIENCE.multipliedBy(2))), Timestamp.from(clock.now()))
                .query((row, n) -> new MessageId(row.getObject(1, UUID.class)))
                .list();
    }

    public void push(MessageId message) {
        Optional<URI> address = address(message);
        if (address.isEmpty()) {
            again(message, Optional.empty());
            return;
        }
        Body answer = results.toBePushed(message);
        String outcome = attempt(address.get(), message, answer);
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.OUTCOME, outcome);
        facts.put(Fact.REMOTE, address.get().getAuthority());
        Durable.await(log.append(new Entry(EntryKind.PUSHED, message, clock.now(), facts, List.of(answer), List.of())));
        int attempts = attempts(message);
        boolean isOver = outcome.equals("ok") || attempts >= MOST_ATTEMPTS;
        again(message, isOver ? Optional.empty() : Optional.of(clock.now().plus(pause(attempts))));
    }

    /** 2 seconds, then doubling up to half an hour. */
    private static Duration pause(int attempts) {
        return Duration.ofSeconds(Math.min(1_800, 1L << Math.min(attempts, 20)));
    }

    private String attempt(URI address, MessageId message, Body answer) {
        try {
            WireRequest request = new WireRequest(answer.contentType(), Map.of("SOAPAction", "\"\""), answer.bytes());
            WireAnswer taken = http.post(address, request, message, PATIENCE);
            return taken.status() >= 200 && taken.status() < 300 ? "ok" : "http_" + taken.status();
        } catch (HubFault fault) {
            return fault.code().wireName();
        }
    }

    private Optional<URI> address(MessageId message) {
        return jdbc.sql("select client from interaction.ask where message = ?")
                .param(message.value())
                .query(String.class)
                .optional()
                .flatMap(client ->
                        catalog.current().agency(SubsystemId.parse(client).agency()))
                .map(Agency::answers);
    }

    private int attempts(MessageId message) {
        return jdbc.sql("select push_attempt from interaction.ask where message = ?")
                .param(message.value())
                .query(Integer.class)
                .single();
    }

    /** @param when empty if there is nothing more to push */
    private void again(MessageId message, Optional<Instant> when) {
        jdbc.sql("update interaction.ask set push_due_at = ? where message = ?")
                .param(when.map(Timestamp::from).orElse(null))
                .param(message.value())
                .update();
    }
}
