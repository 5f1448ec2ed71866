/** Bytes in, faults out: the one component before CXF and Camel. Limits, charset, content type, the strict pass, the caller; everything that leaves the hub as a fault is written here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "messagelog", "catalog", "access", "interaction", "contract"})
package lingnan.hub.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
