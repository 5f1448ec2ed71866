/**
 * Objections: whoever received a wrong value says so, its provider answers within its working days, and all who received
 * that record are told. The way in is {@link lingnan.hub.objections.Objections}. It must not know who calls or how, and
 * keeps no value outside the log.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "messagelog", "catalog", "grants"})
package lingnan.hub.objections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
