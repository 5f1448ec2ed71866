/**
 * The administration for industry and commerce: Apache Axis 1.4, RPC/encoded, as agencies deployed it in 2003. Axis' own
 * engine, deployment descriptor, serialisers and faults; only the servlet container before it is the city's own. Runs on
 * a class path of its own, because Axis and CXF bring different classes of the same names.
 */
@NullMarked
package lingnan.city.aic;

import org.jspecify.annotations.NullMarked;
