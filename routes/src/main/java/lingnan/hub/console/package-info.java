/** The people's side on its own port: sign in, find a message, look at it. Every look is an entry. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "messagelog", "catalog", "grants"})
package lingnan.hub.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
