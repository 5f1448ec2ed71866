/**
 * PostgreSQL: our own server from embedded binaries, supervised here, or the city's at {@code HUB_DB_URL}; its durable
 * settings enforced at start, its schema migrated, its pools handed out by role. Knows nothing of what is stored.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package lingnan.hub.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
