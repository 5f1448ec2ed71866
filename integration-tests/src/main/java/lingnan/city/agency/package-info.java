/**
 * What every simulated agency has: a port, a ledger, and a way to make it misbehave while it runs. The way in is
 * {@link lingnan.city.agency.AgencyServer}; what speaks SOAP behind it is a {@link lingnan.city.agency.Stack}. Knows no
 * agency.
 */
@NullMarked
package lingnan.city.agency;

import org.jspecify.annotations.NullMarked;
