package lingnan.hub.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.FaultCode;

/** Decides whether a caller may ask this question, and which fields the answer may show. Deny by default. */
public interface Access {

    Decision decide(Question question);

    /**
     * @param keys the names of the key fields that the query uses
     * @param purpose the purpose code that the caller named
     * @param caseNumber the case that the read belongs to
     * @param day on the business clock
     */
    record Question(
            Caller caller,
            Subject subject,
            String operation,
            Set<String> keys,
            Optional<String> purpose,
            Optional<String> caseNumber,
            LocalDate day) {}

    sealed interface Decision {
        /**
         * @param fields what the answer may show
         * @param divisions those whose records it may show; empty if all
         */
        record Allowed(String grantId, String legalBasis, Set<String> fields, Set<String> divisions)
                implements Decision {}

        record Denied(FaultCode code, String reason) implements Decision {}
    }
}
