/**
 * What the simulated registers hold: generated from a seed, consistent with each other, and with the defects that real
 * registers have. The way in is {@link lingnan.city.data.Registers}. All identifiers use county code 440199, which is
 * not assigned, so that none can belong to anyone. Knows nothing of any wire format but the column names.
 */
@NullMarked
package lingnan.city.data;

import org.jspecify.annotations.NullMarked;
