package lingnan.hub.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LogPosition;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.MessageLog;
import lingnan.hub.messagelog.Traces;

/** A log in memory, for tests of pages and contracts only; the log itself is tested with PostgreSQL. */
public final class MemoryLog implements MessageLog, Traces {

    private final List<LoggedEntry> entries = new CopyOnWriteArrayList<>();
    private final List<Entry> spooled = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    /** From now on nothing can be appended. */
    public void breakDown(boolean isBroken) {
        broken = isBroken;
    }

    public List<LoggedEntry> all() {
        return entries;
    }

    public void clear() {
        entries.clear();
        spooled.clear();
    }

    @Override
    public CompletableFuture<LogPosition> append(Entry entry) {
        if (broken) {
            return CompletableFuture.failedFuture(new HubFault(FaultCode.LOG_UNAVAILABLE, ""));
        }
        return CompletableFuture.completedFuture(add(entry, Instant.now(), 0));
    }

    public LogPosition add(Entry entry, Instant at, int erased) {
        LogPosition position = new LogPosition("edge-1", entries.size() + 1L, at);
        entries.add(new LoggedEntry(
                position,
                entry.kind(),
                entry.message(),
                entry.businessTime(),
                entry.factsInOrder(),
                entry.bodies(),
                entry.keys(),
                erased));
        return position;
    }

    @Override
    public List<Summary> find(String key, int limit) {
        return summaries(
                limit,
                entry -> entry.message().toString().equals(key)
                        || entry.facts().containsValue(key)
                        || entry.keys().stream().anyMatch(held -> held.value().equals(key)));
    }

    @Override
    public List<Summary> newest(int limit) {
        return summaries(limit, entry -> entry.kind() == EntryKind.ACCEPTED || entry.kind() == EntryKind.REFUSED);
    }

    private List<Summary> summaries(int limit, Predicate<LoggedEntry> wanted) {
        List<MessageId> found = new ArrayList<>(entries.stream()
                .filter(wanted)
                .map(LoggedEntry::message)
                .distinct()
                .toList());
        Collections.reverse(found);
        return found.stream().limit(limit).map(this::summary).toList();
    }

    private Summary summary(MessageId message) {
        List<LoggedEntry> own = entries(message);
        return new Summary(
                message,
                own.get(0).position().appendedAt(),
                own.get(0).businessTime(),
                fact(own, Fact.CLIENT),
                fact(own, Fact.PROVIDER),
                fact(own, Fact.SUBJECT),
                fact(own, Fact.OPERATION),
                fact(own, Fact.OUTCOME));
    }

    private static String fact(List<LoggedEntry> own, Fact fact) {
        return own.stream()
                .map(entry -> entry.facts().getOrDefault(fact.wireName(), ""))
                .filter(value -> !value.isEmpty())
                .reduce("", (first, second) -> second);
    }

    @Override
    public List<LoggedEntry> entries(MessageId message) {
        return entries.stream().filter(entry -> entry.message().equals(message)).toList();
    }

    @Override
    public AppendOutcome append(String lane, String stream, long expectedVersion, Entry entry) {
        throw new UnsupportedOperationException("No page keeps state.");
    }

    @Override
    public void spool(Entry entry) {
        spooled.add(entry);
    }

    /** What was kept because it could not be appended. */
    public List<Entry> spooled() {
        return spooled;
    }

    @Override
    public List<LoggedEntry> after(String lane, long position, int limit) {
        throw new UnsupportedOperationException("No page relays.");
    }

    @Override
    public List<String> lanes() {
        return List.of("edge-1");
    }

    @Override
    public Optional<Body> body(MessageId message, Body.Role role) {
        return entries(message).stream()
                .flatMap(entry -> entry.bodies().stream())
                .filter(body -> body.role() == role)
                .reduce((first, second) -> second);
    }

    @Override
    public List<Receiver> receivers(String subject, Key key) {
        throw new UnsupportedOperationException("No page asks for receivers.");
    }
}
