package lingnan.hub.interaction;

import java.net.URI;
import java.sql.Types;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    /**
     * What is to be pushed to this agency now, taken one by one while the flow goes on; taking it keeps other hubs from
     * it for longer than an attempt may last.
     */
    public Iterator<MessageId> due(String agency) {
        return Stream.generate(() -> take(agency))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .iterator();
    }

    private Optional<MessageId> take(String agency) {
        return jdbc.sql("update interaction.ask set push_attempt = push_attempt + 1,"
                        + " push_due_at = now() + ? * interval '1 second' where message ="
                        + " (select message from interaction.ask where push_due_at <= now()"
                        + " and split_part(client, '/', 3) = ? order by push_due_at limit 1 for update skip locked)"
                        + " returning message")
                .params(PATIENCE.multipliedBy(3).toSeconds(), agency)
                .query((row, n) -> new MessageId(row.getObject(1, UUID.class)))
                .optional();
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
        again(message, isOver ? Optional.empty() : Optional.of(pause(attempts)));
    }

    /** 2 seconds of real time, then doubling up to half an hour. */
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

    /** @param pause empty if there is nothing more to push */
    private void again(MessageId message, Optional<Duration> pause) {
        jdbc.sql("update interaction.ask set push_due_at = now() + ? * interval '1 second' where message = ?")
                .param(1, pause.map(Duration::toSeconds).orElse(null), Types.BIGINT)
                .param(2, message.value())
                .update();
    }
}
