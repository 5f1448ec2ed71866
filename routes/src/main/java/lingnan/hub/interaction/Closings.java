package lingnan.hub.interaction;

import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.MessageLog;
import org.springframework.stereotype.Component;

/** Ends interactions in the log: a synchronous one on the edge lane, an asynchronous one together with its state. */
@Component
final class Closings {

    private final MessageLog log;
    private final Asks asks;

    Closings(MessageLog log, Asks asks) {
        this.log = log;
        this.asks = asks;
    }

    void close(Arrival arrival, Entry entry) {
        if (arrival.resumed()) {
            asks.close(entry);
        } else {
            Durable.await(log.append(entry));
        }
    }

    /** Never fails: what cannot be logged now is kept on disk and folded in later. */
    void closeOrSpool(Arrival arrival, Entry entry) {
        try {
            close(arrival, entry);
        } catch (HubFault fault) {
            if (fault.code() != FaultCode.LOG_UNAVAILABLE || arrival.resumed()) {
                throw fault;
            }
            log.spool(entry);
        }
    }
}
