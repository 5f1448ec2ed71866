/**
 * The identifiers of citizens, organisations, permits and divisions: normalised, parsed, checked on four levels. Pure
 * functions of text and a day. Each type's {@code check} answers with a {@link lingnan.transformers.identifier.Checked}:
 * wrong shape or characters leave no value; a wrong check digit or an impossible meaning are remarks, because real
 * registers contain such numbers and people live with them.
 */
@NullMarked
package lingnan.transformers.identifier;

import org.jspecify.annotations.NullMarked;
