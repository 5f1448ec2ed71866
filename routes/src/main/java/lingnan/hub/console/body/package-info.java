/** Makes raw bodies readable: decoded by their character set, XML indented, persons masked, bytes shown where asked. */
@NullMarked
package lingnan.hub.console.body;

import org.jspecify.annotations.NullMarked;
