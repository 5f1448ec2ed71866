/** Journeys through a running hub and a city beside it, black box: what callers, agencies, operators and auditors see. */
@NullMarked
package lingnan.city.journey;

import org.jspecify.annotations.NullMarked;
