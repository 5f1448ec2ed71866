package lingnan.hub.messagelog;

import java.util.List;
import java.util.Optional;

/** Proves that nothing was changed: recomputes every leaf and chain and holds them against the signed checkpoints. */
public interface Verifier {

    /** Reads the whole log, lane by lane. */
    Verification verify();

    /**
     * @param entries how many were verified
     * @param checkpoints how many signed checkpoints were held against the lanes
     * @param erased how many bodies and keys are lawfully gone
     * @param findings what is wrong, the first bad place of each lane
     */
    record Verification(long entries, int lanes, int checkpoints, long erased, List<Finding> findings) {

        public boolean isSound() {
            return findings.isEmpty();
        }

        public Optional<Finding> first() {
            return findings.stream().findFirst();
        }
    }

    /** A place that does not verify, and why, in words for an auditor. */
    record Finding(String lane, long position, String what) {}
}
