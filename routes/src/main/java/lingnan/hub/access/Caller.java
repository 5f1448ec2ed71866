package lingnan.hub.access;

import lingnan.hub.kernel.SubsystemId;

/** Who is calling, and how surely that is known; both stay with the message into trace and evidence. */
public record Caller(SubsystemId subsystem, Strength strength) {

    /** From strongest to weakest. */
    public enum Strength {
        SIGNED,
        AUTHENTICATED,
        CLAIMED,
        INFERRED
    }
}
