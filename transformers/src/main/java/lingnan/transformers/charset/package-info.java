/** Character sets of the wire: which one a message is in, and how text survives one that cannot hold it. */
@NullMarked
package lingnan.transformers.charset;

import org.jspecify.annotations.NullMarked;
