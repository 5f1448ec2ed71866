/**
 * The message log: durable, chained, searchable, provable. The ways in are {@link lingnan.hub.messagelog.MessageLog} to
 * append, {@link lingnan.hub.messagelog.Traces} to search, {@link lingnan.hub.messagelog.Verifier} to prove. It must not
 * know what an interaction or a subject is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package lingnan.hub.messagelog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
