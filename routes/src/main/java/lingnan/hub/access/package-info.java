/**
 * Who is calling, and what they may do and why. The ways in are {@link lingnan.hub.access.CallerResolver} and
 * {@link lingnan.hub.access.Access}. Deny by default.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "messagelog", "catalog", "grants"})
package lingnan.hub.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
