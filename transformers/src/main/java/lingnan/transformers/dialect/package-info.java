/** How agencies' systems speak: from a payload to the bytes on the wire and back. */
@NullMarked
package lingnan.transformers.dialect;

import org.jspecify.annotations.NullMarked;
