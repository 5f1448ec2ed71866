/**
 * What agencies publish through the hub; today the state that the hub holds of a subject whose provider is not called.
 * The ways in are {@link lingnan.hub.publication.HeldStates} to look up and {@link lingnan.hub.publication.StateLoader}
 * to load. It must not know who asks, nor how an answer is cut and logged.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "messagelog", "catalog"})
package lingnan.hub.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
