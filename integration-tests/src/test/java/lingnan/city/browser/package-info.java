/** A real browser for tests: Chromium, led by its DevTools protocol. It must not know what the pages are about. */
@NullMarked
package lingnan.city.browser;

import org.jspecify.annotations.NullMarked;
