/**
 * The way to the message broker, embedded or outside: {@link lingnan.hub.broker.Broker} tells whether it is there and
 * which store it has; flows use the Camel component {@code jms}. The broker may be gone at any time, and nothing here
 * waits for it: what must not be lost is in the message log. It must not know what the messages mean.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package lingnan.hub.broker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
