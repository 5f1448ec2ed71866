package lingnan.hub.objections;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An objection with what was said about it, read from the log.
 *
 * @param doubt empty if it was lawfully erased
 * @param said what its provider and its objector said since, oldest first
 */
public record Dossier(Objection objection, Optional<Doubt> doubt, List<Said> said) {

    /**
     * One thing that was said.
     *
     * @param what ACCEPTED, REJECTED, MORE_NEEDED or ADDED
     * @param text empty if it was lawfully erased
     */
    public record Said(String what, LocalDate on, String by, String text) {}
}
