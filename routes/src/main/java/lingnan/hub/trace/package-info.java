/** The trace service, contract first: an agency sees its own messages, over SOAP. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "messagelog", "catalog", "access", "contract"})
package lingnan.hub.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
