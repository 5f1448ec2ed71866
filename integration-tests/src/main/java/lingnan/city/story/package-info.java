/**
 * Stories that the city plays through a hub: for people who want to see what it does, and to hold it to what it
 * promises. A story is a list of scenes; each says what must come of it.
 */
@NullMarked
package lingnan.city.story;

import org.jspecify.annotations.NullMarked;
