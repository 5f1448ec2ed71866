/** The other end of asynchronous interactions: an agency's address to which the hub pushes answers. */
@NullMarked
package lingnan.city.receiver;

import org.jspecify.annotations.NullMarked;
