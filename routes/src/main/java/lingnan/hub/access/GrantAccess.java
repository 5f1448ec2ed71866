package lingnan.hub.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Subject;
import lingnan.hub.catalog.Subject.Field;
import lingnan.hub.catalog.Subject.Sharing;
import lingnan.hub.grants.GrantsInForce;
import lingnan.hub.grants.GrantsInForce.Revoked;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.SubjectCode;

/** Decides by the grants in force. What no grant covers is denied, with the nearest reason. */
final class GrantAccess implements Access {

    /** What a grant to query covers: asking, and collecting the answer to what was asked. */
    private static final Set<String> COVERED = Set.of("Query", "Collect");

    private final GrantsInForce inForce;

    GrantAccess(GrantsInForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public Decision decide(Question question) {
        Subject subject = question.subject();
        AgencyCode consumer = question.caller().subsystem().agency();
        if (!COVERED.contains(question.operation())) {
            return denied("No grant covers the operation " + question.operation() + ".");
        }
        if (subject.provider().equals(consumer)) {
            return denied("An agency does not ask itself through the hub; " + subject.code() + " is its own.");
        }
        if (subject.sharing() == Sharing.NONE) {
            return denied(subject.code() + " is not shared.");
        }
        Optional<String> purpose =
                question.purpose().filter(text -> !text.isBlank()).map(String::strip);
        if (purpose.isEmpty()) {
            return new Decision.Denied(
                    FaultCode.MISSING_PURPOSE, "The query of " + subject.code() + " names no purpose.");
        }
        return decide(question, purpose.get(), inForce.of(consumer, subject.code()));
    }

    private Decision decide(Question question, String purpose, List<Grant> grants) {
        List<Grant> forPurpose =
                grants.stream().filter(grant -> allows(grant, purpose)).toList();
        Optional<Grant> today = forPurpose.stream()
                .filter(grant -> grant.isInForceOn(question.day()))
                .findFirst();
        return today.map(grant -> decide(question, purpose, grant))
                .orElseGet(() -> missing(question, purpose, grants, forPurpose));
    }

    /** The nearest reason: a grant that was revoked would hold today, others have not begun or are over. */
    private Decision missing(Question question, String purpose, List<Grant> grants, List<Grant> forPurpose) {
        AgencyCode consumer = question.caller().subsystem().agency();
        SubjectCode subject = question.subject().code();
        Optional<Revoked> revoked = inForce.revoked(consumer, subject).stream()
                .filter(gone -> allows(gone.grant(), purpose) && gone.grant().isInForceOn(question.day()))
                .findFirst();
        if (revoked.isPresent()) {
            return denied("The grant " + revoked.get().grant().id() + " was revoked on "
                    + revoked.get().on() + ".");
        }
        if (grants.isEmpty()) {
            return denied(consumer + " has no grant on " + subject + ".");
        }
        if (forPurpose.isEmpty()) {
            return denied("The purpose " + bounded(purpose) + " is not granted to " + consumer + " on " + subject
                    + "; granted: " + String.join(", ", purposes(grants)) + ".");
        }
        return outOfForce(question.day(), forPurpose);
    }

    private static Decision decide(Question question, String purpose, Grant grant) {
        Subject subject = question.subject();
        if (question.operation().equals("Query") && question.keys().isEmpty()) {
            return denied("The query names no key; granted: " + sorted(grant.keys()) + ".");
        }
        Set<String> others = new TreeSet<>(question.keys());
        others.removeAll(grant.keys());
        if (!others.isEmpty()) {
            return denied("The grant " + grant.id() + " does not allow to ask by " + sorted(others) + "; granted: "
                    + sorted(grant.keys()) + ".");
        }
        boolean aboutPerson = subject.aboutPersons()
                || subject.keys().stream()
                        .anyMatch(key -> key.person() && question.keys().contains(key.name()));
        boolean caseNamed =
                question.caseNumber().filter(text -> !text.isBlank()).isPresent();
        if ((aboutPerson || grant.caseRequired()) && !caseNamed) {
            return new Decision.Denied(
                    FaultCode.MISSING_CASE,
                    aboutPerson
                            ? subject.code() + " is about persons, and the query names no case."
                            : "The grant " + grant.id() + " requires a case, and the query names none.");
        }
        return new Decision.Allowed(grant.id(), legalBasis(grant, purpose), shown(grant, subject), grant.divisions());
    }

    /**
     * A pinned older version may lack fields that the grant names for the newest, and a newer one may withhold some that
     * were open when the grant was given.
     */
    private static Set<String> shown(Grant grant, Subject subject) {
        return subject.fields().stream()
                .filter(field -> grant.fields().contains(field.name()) && field.isOpenTo(grant.consumer()))
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Decision outOfForce(LocalDate day, List<Grant> grants) {
        return grants.stream()
                .filter(grant -> grant.startsAfter(day))
                .findFirst()
                .map(grant -> denied("The grant " + grant.id() + " is valid from " + grant.validFrom() + " only."))
                .orElseGet(() -> {
                    Grant last = grants.get(grants.size() - 1);
                    return denied("The grant " + last.id() + " expired on " + last.validTo() + ".");
                });
    }

    private static boolean allows(Grant grant, String purpose) {
        return grant.purposes().stream().anyMatch(allowed -> allowed.code().equals(purpose));
    }

    private static String legalBasis(Grant grant, String purpose) {
        return grant.purposes().stream()
                .filter(allowed -> allowed.code().equals(purpose))
                .map(allowed -> allowed.legalBasis().toString())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> purposes(List<Grant> grants) {
        return grants.stream()
                .flatMap(grant -> grant.purposes().stream())
                .map(Grant.Purpose::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sorted(Collection<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }

    private static String bounded(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static Decision denied(String reason) {
        return new Decision.Denied(FaultCode.ACCESS_DENIED, reason);
    }
}
