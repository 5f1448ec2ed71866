/**
 * What every module speaks: identifiers, fault codes and clocks. Knows nothing of HTTP, Camel or the database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package lingnan.hub.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
