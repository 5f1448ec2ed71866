/** The identifiers of citizens, organisations, permits and divisions: parsed, normalised, checked on four levels. Pure functions of text. */
@NullMarked
package lingnan.transformers.identifier;

import org.jspecify.annotations.NullMarked;
