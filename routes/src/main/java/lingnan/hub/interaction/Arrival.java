package lingnan.hub.interaction;

import java.time.Instant;
import java.util.OptionalInt;
import javax.xml.namespace.QName;
import lingnan.hub.access.Caller;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.Body;
import lingnan.transformers.xml.SoapVersion;

/**
 * A request as the edge hands it over: read strictly, its caller identified, not yet understood.
 *
 * @param subject from the address
 * @param version pinned in the address, if any
 * @param operation the root element of the body
 * @param payload the body's one child as an XML document in UTF-8
 * @param received the raw bytes of the whole message
 * @param resumed whether it was accepted earlier and is only now carried on, asynchronously
 */
public record Arrival(
        MessageId message,
        Instant receivedAt,
        Caller caller,
        String remoteAddress,
        SubjectCode subject,
        OptionalInt version,
        SoapVersion soap,
        Headers headers,
        QName operation,
        byte[] payload,
        Body received,
        boolean resumed)
        implements Stage {

    @Override
    public Arrival arrival() {
        return this;
    }

    /** The name of the operation without its namespace, for the flow's choice. */
    public String operationName() {
        return operation.getLocalPart();
    }
}
