/** The local tax bureau: one operation that takes and gives XML in a string, whose prolog says GBK and is not to be believed. */
@NullMarked
package lingnan.city.ltax;

import org.jspecify.annotations.NullMarked;
