package lingnan.hub.contract;

import lingnan.hub.kernel.HubFault;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps refusals out of the operators' log, where CXF would print each with its stack; real failures are kept. */
final class SilentFaults implements FaultListener {

    private static final Logger LOG = LoggerFactory.getLogger(SilentFaults.class);

    @Override
    public boolean faultOccurred(Exception exception, String description, Message message) {
        HubFault fault = Faults.translate(exception, message.getExchange());
        if (Faults.isUnexpected(fault)) {
            LOG.error("A contract-first service failed: {}", description, exception);
        }
        return false;
    }
}
