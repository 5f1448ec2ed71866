/** Agencies on one port, people on another, in one server; whatever asks at the wrong one finds nothing there. */
@NullMarked
package lingnan.hub.console.port;

import org.jspecify.annotations.NullMarked;
