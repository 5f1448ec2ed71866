/**
 * The message broker's configuration as files, and the little Java that starts a server from one of them: inside the
 * hub's process or as a process of its own. The way in is {@link lingnan.broker.BrokerServer}. It must not know what the
 * messages mean.
 */
@NullMarked
package lingnan.broker;

import org.jspecify.annotations.NullMarked;
