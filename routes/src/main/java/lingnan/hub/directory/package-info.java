/**
 * The service {@code /services/catalog}, contract first: what the city shares, who provides it, what the caller may have
 * of it; asking for rights, and objecting to what was received. It decides nothing: other modules do.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "messagelog", "catalog", "grants", "access", "contract", "objections"})
package lingnan.hub.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
