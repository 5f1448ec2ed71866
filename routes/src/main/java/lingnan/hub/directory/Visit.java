package lingnan.hub.directory;

import lingnan.hub.access.Caller;
import lingnan.hub.contract.CallHeaders;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;

/**
 * One call of this service.
 *
 * @param message the hub's id of the call
 * @param services the address by which the hub's services were reached, ending on a slash
 */
record Visit(Caller caller, String remoteAddress, MessageId message, CallHeaders headers, String services) {

    AgencyCode agency() {
        return caller.subsystem().agency();
    }
}
