package lingnan.hub.interaction;

import java.util.StringJoiner;

/**
 * When each step of a flow ended, in microseconds since the arrival; the steps' names are the node ids of the flow
 * files. Belongs to one message and one thread at a time.
 */
final class StepTimes {

    /** The exchange property that carries it. */
    public static final String PROPERTY = "lingnan.steps";

    private final long started = System.nanoTime();
    private final StringJoiner steps = new StringJoiner(" ");

    void ended(String node) {
        steps.add(node + "@" + (System.nanoTime() - started) / 1000);
    }

    /** For the entry, such as {@code plan@31 authorise@54 validate@102}. */
    @Override
    public String toString() {
        return steps.toString();
    }
}
