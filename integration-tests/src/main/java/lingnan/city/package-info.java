/**
 * How tests, the demonstration and the bench start a hub and a city beside it, each part a process of its own, and talk
 * to them from outside: {@link lingnan.city.City}, {@link lingnan.city.HubProcess} and {@link lingnan.city.HubClient}.
 * Uses nothing of the hub but its ports, its files and its command line.
 */
@NullMarked
package lingnan.city;

import org.jspecify.annotations.NullMarked;
