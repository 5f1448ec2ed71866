package lingnan.hub.directory;

import lingnan.hub.access.Caller;
import lingnan.hub.contract.CallHeaders;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.messagelog.Body;

/**
 * One call of this service.
 *
 * @param message the hub's id of the call
 * @param received as it came
 * @param services the address by which the hub's services were reached, ending on a slash
 */
record Visit(
        Caller caller, String remoteAddress, MessageId message, CallHeaders headers, Body received, String services) {

    AgencyCode agency() {
        return caller.subsystem().agency();
    }

    /** The agency acts for itself; which of its users did is told to nobody. */
    Actor actor() {
        return Actor.of(agency());
    }
}
