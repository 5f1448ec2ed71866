package lingnan.hub.contract;

import java.util.Optional;
import lingnan.hub.kernel.SubsystemId;

/**
 * What a call of a contract-first service says of itself in its SOAP headers: those of the X-Road message protocol 4.0
 * for SOAP and the hub's own, all optional. What contradicts the caller has been refused before this is handed out.
 */
public record CallHeaders(
        Optional<Identifier> client,
        Optional<Identifier> service,
        Optional<String> id,
        Optional<String> userId,
        Optional<String> idempotencyKey) {

    static final CallHeaders NONE =
            new CallHeaders(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The id under which the caller may repeat this call: its idempotency key, or else X-Road's id. */
    public Optional<String> repeatableAs() {
        return idempotencyKey.or(() -> id);
    }

    /** An X-Road identifier; a part that it does not have is empty. */
    public record Identifier(
            String instance, String memberClass, String member, String subsystem, String service, String version) {

        /** Whether it names this subsystem, or at least its member if it names no subsystem. */
        public boolean covers(SubsystemId other) {
            return instance.equals(other.instance())
                    && memberClass.equals(other.memberClass())
                    && member.equals(other.agency().value())
                    && (subsystem.isEmpty() || subsystem.equals(other.subsystem()));
        }

        /** As X-Road writes it, such as {@code GZ/GOV/AIC/ENT}, without service and version. */
        public String party() {
            String member = String.join("/", instance, memberClass, this.member);
            return subsystem.isEmpty() ? member : member + "/" + subsystem;
        }
    }
}
