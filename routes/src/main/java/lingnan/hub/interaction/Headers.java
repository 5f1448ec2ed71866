package lingnan.hub.interaction;

import java.util.List;
import java.util.Optional;
import lingnan.hub.kernel.ServiceId;
import lingnan.hub.kernel.SubsystemId;
import lingnan.transformers.xml.XmlElement;

/**
 * What a request says of itself in its SOAP headers: those of the X-Road message protocol 4.0 for SOAP, and the hub's
 * own (namespace {@code urn:lingnan:hub:1}). All are optional here; what must be there is for the planner and the
 * authoriser to say.
 *
 * @param echoed the X-Road blocks as they came, to be given back in the answer
 */
public record Headers(
        Optional<SubsystemId> client,
        Optional<ServiceId> service,
        Optional<String> id,
        Optional<String> userId,
        Optional<String> issue,
        Optional<String> protocolVersion,
        Optional<String> purpose,
        Optional<String> legalBasis,
        Optional<String> caseNumber,
        Optional<String> idempotencyKey,
        boolean asynchronous,
        List<XmlElement> echoed) {

    public static final Headers NONE = new Headers(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of());

    /** Whether the request used the X-Road headers at all; if so its answer carries them. */
    public boolean speaksXRoad() {
        return !echoed.isEmpty();
    }
}
