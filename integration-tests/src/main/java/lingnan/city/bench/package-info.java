/**
 * Measures the hub against its yardsticks, all in one run on one machine: a direct call, a bare servlet hop, a hop
 * through Camel, the hub's flow without the log, and the whole flow. {@link lingnan.city.bench.BenchCommand} is the way
 * in; {@code peer} holds the processes that the hub is compared with.
 */
@NullMarked
package lingnan.city.bench;

import org.jspecify.annotations.NullMarked;
