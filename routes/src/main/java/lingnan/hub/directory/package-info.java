/**
 * The service {@code /services/catalog}, contract first: what the city shares, who provides it, what the caller may have
 * of it. It reads what other modules hold and decides nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "catalog", "access", "contract"})
package lingnan.hub.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
