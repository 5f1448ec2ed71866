/**
 * Publishes the hub's contract-first services on CXF's own endpoints at {@code /services/<name>}. The way in is
 * {@link lingnan.hub.contract.ContractServices}; the caller of a call is had from {@link lingnan.hub.contract.Calls}. It
 * must not know what any service does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "messagelog", "access"})
package lingnan.hub.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
