package lingnan.city.bench;

import java.util.Arrays;

/** How long each answer took, exactly. Not for several threads. */
final class Latencies {

    private long[] nanos = new long[4096];
    private int count;
    private boolean isSorted;

    void add(long latency) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = latency;
        isSorted = false;
    }

    void add(Latencies others) {
        if (count + others.count > nanos.length) {
            nanos = Arrays.copyOf(nanos, Math.max(nanos.length * 2, count + others.count));
        }
        System.arraycopy(others.nanos, 0, nanos, count, others.count);
        count += others.count;
        isSorted = false;
    }

    int count() {
        return count;
    }

    /** @param part such as 0.99 @return milliseconds, not less than this part of the answers took */
    double percentile(double part) {
        if (count == 0) {
            return Double.NaN;
        }
        if (!isSorted) {
            Arrays.sort(nanos, 0, count);
            isSorted = true;
        }
        int at = (int) Math.ceil(part * count) - 1;
        return nanos[Math.max(0, at)] / 1e6;
    }
}
