/**
 * Grants that are asked for, given, watched and withdrawn, and what is in force of them and of the city's files. The ways
 * in are {@link lingnan.hub.grants.GrantRequests} to change and {@link lingnan.hub.grants.GrantsInForce} to read. It
 * must not know who calls or how; whether a question is covered is decided in {@code access}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "messagelog", "catalog"})
package lingnan.hub.grants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
