package lingnan.city.bench;

import java.time.Duration;

/**
 * One uninterrupted measurement of one way. Milliseconds, and milliseconds of processor time for each message.
 *
 * @param driverCpu what measuring itself took
 */
record Slice(
        long answered,
        double perSecond,
        double p50,
        double p99,
        double middleCpu,
        double databaseCpu,
        double providerCpu,
        double driverCpu) {

    /** @throws BenchFailure if an answer is wrong, or the provider was not asked exactly once for each */
    static Slice measure(Way way, Load load, Yard yard, Duration length) {
        long askedBefore = yard.provider().answersGiven();
        Cpu driver = Cpu.of(ProcessHandle.current().pid());
        Cpu provider = yard.provider().cpu();
        double[] before = {way.middle().seconds(), way.database().seconds(), provider.seconds(), driver.seconds()};
        Load.Outcome outcome = load.run(length);
        double[] after = {way.middle().seconds(), way.database().seconds(), provider.seconds(), driver.seconds()};
        long asked = yard.provider().answersGiven() - askedBefore;
        if (asked != outcome.answered() || asked == 0) {
            throw new BenchFailure(
                    way.label() + ": " + outcome.answered() + " answers came, but the provider gave " + asked);
        }
        double perMessage = 1000.0 / outcome.answered();
        return new Slice(
                outcome.answered(),
                outcome.answered() * 1e9 / outcome.nanos(),
                outcome.latencies().percentile(0.5),
                outcome.latencies().percentile(0.99),
                (after[0] - before[0]) * perMessage,
                (after[1] - before[1]) * perMessage,
                (after[2] - before[2]) * perMessage,
                (after[3] - before[3]) * perMessage);
    }
}
