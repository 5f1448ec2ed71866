package lingnan.city;

import lingnan.city.bench.BenchCommand;

/** {@code ./hub bench}: the hub measured against its yardsticks. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(BenchCommand.run(arguments));
    }
}
