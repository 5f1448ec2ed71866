/** Who may sign in to the console, with which password and roles; sign-ins are throttled and logged. */
@NullMarked
package lingnan.hub.console.account;

import org.jspecify.annotations.NullMarked;
