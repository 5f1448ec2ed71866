package lingnan.hub.contract;

import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Notes that a call is about to reach its service: what goes wrong before is the caller's, after it the hub's. */
final class Reached extends AbstractPhaseInterceptor<Message> {

    Reached() {
        super(Phase.PRE_INVOKE);
    }

    @Override
    public void handleMessage(Message message) {
        message.getExchange().put(Reached.class, this);
    }
}
