/** The ./hub command: what it can do beside running the hub. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "messagelog",
            "catalog",
            "access",
            "grants",
            "objections",
            "publication"
        })
package lingnan.hub.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
