/**
 * The hub's promises held against kill -9, hung and lost parts: a steady {@link lingnan.city.faults.Load}, something done
 * to a process in the middle of it, and an {@link lingnan.city.faults.Audit} that compares what callers were told, what
 * the log has, and what agencies' ledgers have. The numbers of the promises run under {@code -Pfull}, smaller samples of
 * the same code always.
 */
@NullMarked
package lingnan.city.faults;

import org.jspecify.annotations.NullMarked;
