package lingnan.city.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lingnan.city.HubClient;
import lingnan.city.HubProcess;
import lingnan.city.Question;
import lingnan.city.data.WellKnown;

/**
 * Callers of several agencies that ask at a steady rate over all dialects, some asynchronously, whatever happens to the
 * hub, and keep what came of each request. Every question carries a case number, by which the log can be asked for all
 * of them. Closing it ends the callers.
 */
final class Load implements AutoCloseable {

    /** So many questions share a case number, so that a trace of one shows them all. */
    private static final int IN_A_CASE = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String AIC = "GZ/GOV/AIC/ENT";
    private static final String LTAX = "GZ/GOV/LTAX/TAX";
    private static final String LRH = "GZ/GOV/LRH/TITLE";

    private static final List<Kind> KINDS = List.of(
            new Kind(LTAX, about("AIC-ENT-REG", "registrationNumber", WellKnown.REGISTRATION_NUMBER, "TAX-COMPARE")),
            new Kind(AIC, about("LTAX-STATUS", "registrationNumber", WellKnown.REGISTRATION_NUMBER, "REGISTRATION")),
            new Kind(LRH, about("PSB-POP-BASE", "citizenId", WellKnown.CITIZEN_ID, "TITLE-REGISTRATION")),
            new Kind(LTAX, about("PLAN-BUILD-PERMIT", "permitNumber", WellKnown.PERMIT_NUMBER, "PROJECT-TAX")),
            new Kind(
                    AIC,
                    about("LTAX-STATUS", "registrationNumber", WellKnown.REGISTRATION_NUMBER, "REGISTRATION")
                            .asynchronously()),
            new Kind(AIC, about("QTS-ORG-CODE", "organisationCode", WellKnown.ORGANISATION_CODE, "REGISTRATION")),
            new Kind(LRH, about("LTAX-DEED-PAID", "contractNumber", WellKnown.PAID_CONTRACT, "TITLE-GATE")),
            new Kind(
                    LRH,
                    about("PLAN-BUILD-PERMIT", "permitNumber", WellKnown.PERMIT_NUMBER, "TITLE-REGISTRATION")
                            .asynchronously()));

    private final String name;
    private final List<Target> targets;
    private final int perSecond;
    private final long started = System.nanoTime();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final List<Thread> callers = new ArrayList<>();

    private Load(String name, List<Target> targets, int perSecond) {
        this.name = name;
        this.targets = targets;
        this.perSecond = perSecond;
    }

    /** @param clients by subsystem */
    private record Target(String hub, Map<String, HubClient> clients) {}

    private record Kind(String caller, Question question) {

        boolean isAsynchronous() {
            return question.headers().containsKey("asynchronous");
        }
    }

    private static Question about(String subject, String key, String value, String purpose) {
        return Question.about(subject, key, value).purpose(purpose);
    }

    /** @param callers how many requests may be under way at once; more than the rate needs while all is well */
    static Load on(String name, HubProcess hub, int callers, int perSecond) {
        return on(name, Map.of("hub", hub), hub::client, callers, perSecond);
    }

    /** Every hub in turn; the accounts are those that the one made which came first. */
    static Load on(
            String name,
            Map<String, HubProcess> hubs,
            Function<String, HubClient> accounts,
            int callers,
            int perSecond) {
        List<Target> targets = hubs.entrySet().stream()
                .map(hub -> new Target(hub.getKey(), clients(hub.getValue(), accounts)))
                .toList();
        Load load = new Load(name, targets, perSecond);
        IntStream.range(0, callers).forEach(n -> load.startCaller(n));
        return load;
    }

    private static Map<String, HubClient> clients(HubProcess hub, Function<String, HubClient> accounts) {
        return Map.of(
                AIC, accounts.apply(AIC).at(hub.base()),
                LTAX, accounts.apply(LTAX).at(hub.base()),
                LRH, accounts.apply(LRH).at(hub.base()));
    }

    private void startCaller(int number) {
        Thread caller = new Thread(this::ask, "caller " + number);
        caller.setDaemon(true);
        callers.add(caller);
        caller.start();
    }

    private void ask() {
        while (!ending.get()) {
            int turn = turns.getAndIncrement();
            long due = started + turn * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0 && !ending.get(); left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (!ending.get()) {
                ask(turn);
            }
        }
    }

    private void ask(int turn) {
        Target target = targets.get(turn % targets.size());
        Kind kind = KINDS.get(turn / targets.size() % KINDS.size());
        long sentAt = System.nanoTime();
        Attempt attempt;
        try {
            Question question = kind.question().caseNumber(caseNumber(turn));
            attempt = Attempt.ended(
                    target.hub(),
                    kind.isAsynchronous(),
                    sentAt,
                    target.clients().get(kind.caller()).query(question));
        } catch (IOException gone) {
            attempt = Attempt.failed(target.hub(), kind.isAsynchronous(), sentAt);
        }
        attempts.add(attempt);
        if (attempt.isAcknowledged()) {
            acknowledged.incrementAndGet();
        }
    }

    private String caseNumber(int turn) {
        return name + "-" + turn / IN_A_CASE;
    }

    List<String> caseNumbers() {
        return IntStream.rangeClosed(0, turns.get() / IN_A_CASE)
                .mapToObj(number -> name + "-" + number)
                .toList();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    Stream<Attempt> attempts() {
        return attempts.stream();
    }

    void awaitMore(int more) throws IOException {
        int until = acknowledged() + more;
        Waiting.until(more + " more acknowledgements", PATIENCE, () -> acknowledged() >= until);
    }

    /** Those that were sent from this moment on. */
    Stream<Attempt> since(long nanoTime) {
        return attempts().filter(attempt -> attempt.sentAt() - nanoTime >= 0);
    }

    @Override
    public void close() {
        ending.set(true);
        callers.forEach(LockSupport::unpark);
        for (Thread caller : callers) {
            try {
                caller.join(65_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
