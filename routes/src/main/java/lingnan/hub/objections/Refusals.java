package lingnan.hub.objections;

import java.util.Locale;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;

/** Why something cannot be done with an objection. */
final class Refusals {

    private Refusals() {}

    static void requireWords(String words, String what) {
        if (words.isBlank()) {
            throw new HubFault(FaultCode.OBJECTION_INVALID, "the " + what + " is missing");
        }
    }

    static HubFault unknown(String id) {
        return new HubFault(FaultCode.OBJECTION_UNKNOWN, id);
    }

    static HubFault settled(Objection objection, String why) {
        return new HubFault(
                FaultCode.OBJECTION_SETTLED,
                objection.id() + " is " + objection.state().name().toLowerCase(Locale.ROOT) + ": " + why);
    }
}
