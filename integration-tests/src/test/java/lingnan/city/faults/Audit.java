package lingnan.city.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingnan.city.City;
import lingnan.city.HubCommand;
import lingnan.city.HubProcess;
import lingnan.city.SimulatedAgency;
import lingnan.city.agency.LedgerLine;

/** Compares, after a load has ended, what callers were told, what the log has and what the agencies did: sets of ids. */
final class Audit {

    /** LRH only takes answers, and may be brought one twice. */
    private static final Set<SimulatedAgency> PROVIDERS = EnumSet.complementOf(EnumSet.of(SimulatedAgency.LRH));

    private static final Duration UNTIL_ALL_IS_CLOSED = Duration.ofSeconds(120);

    private final Load load;
    private final Map<String, LoggedMessage> log;
    private final Map<String, Long> effects;

    private Audit(Load load, Map<String, LoggedMessage> log, Map<String, Long> effects) {
        this.load = load;
        this.log = log;
        this.effects = effects;
    }

    /** Waits until nothing accepted is open any more, then checks everything; each hub verifies the log. */
    static Audit of(Load load, City city, Collection<HubProcess> hubs) throws IOException {
        HubProcess any = hubs.iterator().next();
        Map<String, LoggedMessage> log = closed(load, any);
        log.putAll(refusedUnread(load, any, log.keySet()));
        Audit audit = new Audit(load, log, effects(city));
        audit.everythingToldIsLogged();
        audit.everythingAcceptedIsClosedOnce();
        audit.nothingWasCalledTwice();
        audit.whatAgenciesDidIsKnown();
        for (HubProcess hub : hubs) {
            HubCommand.Result verified = HubCommand.run(hub, "verify", "--live");
            assertThat(verified.exitCode()).as(verified.output()).isZero();
        }
        return audit;
    }

    private static Map<String, LoggedMessage> closed(Load load, HubProcess hub) throws IOException {
        List<Map<String, LoggedMessage>> latest = new ArrayList<>(List.of(Map.of()));
        try {
            Waiting.until("every accepted interaction is closed", UNTIL_ALL_IS_CLOSED, () -> {
                latest.set(0, LoggedMessage.of(hub, load.caseNumbers()));
                return latest.get(0).values().stream().noneMatch(LoggedMessage::isOpen);
            });
        } catch (AssertionError late) {
            List<LoggedMessage> open = latest.get(0).values().stream()
                    .filter(LoggedMessage::isOpen)
                    .toList();
            throw new AssertionError(late.getMessage() + "; open: " + open, late);
        }
        return latest.get(0);
    }

    /** What the edge refused before it knew the case can be found by its id only. */
    private static Map<String, LoggedMessage> refusedUnread(Load load, HubProcess hub, Set<String> known)
            throws IOException {
        List<String> ids = load.attempts()
                .filter(attempt -> !attempt.isAcknowledged())
                .flatMap(attempt -> attempt.message().stream())
                .filter(id -> !known.contains(id))
                .toList();
        return ids.isEmpty() ? Map.of() : LoggedMessage.of(hub, ids);
    }

    private static Map<String, Long> effects(City city) {
        Map<String, Long> effects = new HashMap<>();
        for (SimulatedAgency agency : PROVIDERS) {
            city.agency(agency).ledger().stream()
                    .filter(LedgerLine::isEffect)
                    .forEach(line -> effects.merge(line.messageId(), 1L, Long::sum));
        }
        return effects;
    }

    private void everythingToldIsLogged() {
        List<Attempt> missing = load.attempts()
                .filter(attempt -> attempt.message().isPresent())
                .filter(attempt -> !log.containsKey(attempt.message().get()))
                .toList();
        assertThat(missing).as("told to a caller, not in the log").isEmpty();
        assertThat(acknowledged(false))
                .as("answered synchronously, yet not in the log as answered, by one call")
                .allMatch(message -> message.has("answered") && effects.getOrDefault(message.id(), 0L) == 1);
        assertThat(acknowledged(true))
                .as("accepted with a receipt, yet not accepted in the log")
                .allMatch(message -> message.has("accepted"));
    }

    private Stream<LoggedMessage> acknowledged(boolean asynchronous) {
        return load.attempts()
                .filter(Attempt::isAcknowledged)
                .filter(attempt -> attempt.asynchronous() == asynchronous)
                .map(attempt -> log.get(attempt.message().orElseThrow()));
    }

    private void everythingAcceptedIsClosedOnce() {
        assertThat(log.values().stream().filter(message -> message.has("accepted")))
                .as("accepted, yet not closed exactly once")
                .allMatch(message -> message.closings().size() == 1);
        assertThat(log.values().stream().filter(message -> !message.has("accepted")))
                .as("closed, yet never accepted")
                .allMatch(message -> message.closings().isEmpty());
        assertThat(log.values().stream().filter(LoggedMessage::isRecovered))
                .as("closed by recovery otherwise than in doubt")
                .allMatch(message -> message.has("in_doubt"));
    }

    private void nothingWasCalledTwice() {
        assertThat(effects.entrySet().stream().filter(effect -> effect.getValue() > 1))
                .as("message ids with more than one effect")
                .isEmpty();
    }

    /** Only of this load: ledgers go back to earlier ones. */
    private void whatAgenciesDidIsKnown() {
        List<LoggedMessage> denied = log.values().stream()
                .filter(message -> effects.containsKey(message.id()))
                .filter(message -> !message.has("answered") && !message.has("in_doubt"))
                .toList();
        assertThat(denied)
                .as("had an effect, yet the log says neither answered nor in doubt")
                .isEmpty();
    }

    long recovered() {
        return log.values().stream().filter(LoggedMessage::isRecovered).count();
    }

    /** The receipts that became answers. */
    long answeredLater() {
        return acknowledged(true).filter(message -> message.has("answered")).count();
    }

    /** Figures for the report, on one line. */
    String figures() {
        Map<String, Long> troubles = load.attempts()
                .flatMap(attempt -> attempt.trouble().stream())
                .collect(Collectors.groupingBy(code -> code, java.util.TreeMap::new, Collectors.counting()));
        Map<String, Long> closings = log.values().stream()
                .flatMap(message -> message.closings().stream())
                .collect(Collectors.groupingBy(
                        closing -> closing.get("kind"), java.util.TreeMap::new, Collectors.counting()));
        return load.attempts().count() + " sent, " + load.acknowledged() + " acknowledged, others " + troubles
                + "; logged " + log.size() + ", closed " + closings + ", of these by recovery " + recovered()
                + ", receipts answered " + answeredLater();
    }
}
