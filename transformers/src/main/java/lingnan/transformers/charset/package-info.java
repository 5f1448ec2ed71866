/**
 * Character sets of the wire: which one a message is in ({@link lingnan.transformers.charset.MessageCharset}), and how
 * text survives one that cannot hold it ({@link lingnan.transformers.charset.WireCharset}). Malformed input is refused;
 * nothing is ever replaced by a question mark. Knows nothing of SOAP.
 */
@NullMarked
package lingnan.transformers.charset;

import org.jspecify.annotations.NullMarked;
