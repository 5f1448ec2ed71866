/**
 * What the bench puts on the class path of the hub that it measures without the log, and of no other: these classes lie
 * in the simulated city's jar, where no hub looks.
 */
@NullMarked
package lingnan.hub.bench;

import org.jspecify.annotations.NullMarked;
