/**
 * The processes that the hub is measured against, and the provider behind all of them. The hops run on the libraries of
 * the hub itself, so that they differ from it by what they do and by nothing else.
 */
@NullMarked
package lingnan.city.bench.peer;

import org.jspecify.annotations.NullMarked;
