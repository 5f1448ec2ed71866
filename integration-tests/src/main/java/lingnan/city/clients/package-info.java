/** Callers that are Java, but of another age; those that are not Java are under {@code clients/}. Runs on Axis' class path. */
@NullMarked
package lingnan.city.clients;

import org.jspecify.annotations.NullMarked;
