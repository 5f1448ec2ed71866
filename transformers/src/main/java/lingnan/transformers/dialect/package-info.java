/**
 * How agencies' systems speak: from a payload to the bytes on the wire and back. The way in is
 * {@link lingnan.transformers.dialect.Dialects}; each dialect has an example in the folder {@code dialects}. Knows
 * nothing of subjects and their mappings.
 */
@NullMarked
package lingnan.transformers.dialect;

import org.jspecify.annotations.NullMarked;
