/** Agencies that speak the canonical form themselves, on Apache CXF: planning (PLAN) and organisation codes (QTS). */
@NullMarked
package lingnan.city.canonical;

import org.jspecify.annotations.NullMarked;
