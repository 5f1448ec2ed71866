/** One agency asks another through the hub: the steps of flows 10 and 15, each a function from one stage to the next. Routes move, these beans decide. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "messagelog", "catalog", "access", "broker", "publication"})
package lingnan.hub.interaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
