package lingnan.hub.grants;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.GrantRules;
import lingnan.hub.catalog.SharingRule;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.grants.GrantRequest.State;
import lingnan.hub.grants.GrantRequests.Actor;
import lingnan.hub.grants.GrantRequests.Outcome;
import lingnan.hub.grants.GrantRequests.Problem;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;

/** Makes a request of what an agency asks for, if there can be such a grant, inside one transaction. */
final class Asking {

    private final GrantStore store;
    private final Snapshot city;
    private final LocalDate today;

    Asking(GrantStore store, Snapshot city, LocalDate today) {
        this.store = store;
        this.city = city;
        this.today = today;
    }

    /** A request that is stored, or why there is none. */
    sealed interface Made {
        record Stored(GrantRequest request) implements Made {}

        record Impossible(Outcome.Refused refused) implements Made {}
    }

    Made ask(AgencyCode consumer, SubjectCode code, GrantTerms terms, Actor actor) {
        List<Problem> problems = new ArrayList<>(new TermsCheck(GrantRules.of(city), today)
                .of(terms.grant("REQUEST", consumer, code), others(consumer, code)));
        problems.addAll(TermsCheck.standing(city, consumer, today));
        Optional<Subject> subject = city.subject(code, today);
        if (problems.isEmpty() && subject.isEmpty()) {
            problems.add(TermsCheck.invalid(
                    code + " is not shared on " + today + ".", "Ask when a version of it is valid."));
        }
        Optional<SharingRule> rule = city.sharingRule(today);
        if (rule.isEmpty()) {
            problems.add(TermsCheck.invalid(
                    "No sharing rule of the city holds on " + today + ".", "Add one to sharing-rules/."));
        }
        if (!problems.isEmpty() || subject.isEmpty() || rule.isEmpty()) {
            return new Made.Impossible(new Outcome.Refused(problems));
        }
        long number = store.nextNumber();
        GrantRequest request = request(number, consumer, subject.get(), terms, rule.get(), actor);
        store.insert(number, request);
        return new Made.Stored(request);
    }

    /** What it must not overlap with: what is granted, and what waits for its answer. */
    private List<Grant> others(AgencyCode consumer, SubjectCode subject) {
        List<Grant> others = new ArrayList<>(
                GrantIndex.of(city, GrantIndex.Decided.read(store)).of(consumer, subject));
        store.open(consumer, subject).forEach(open -> others.add(open.asked().grant(open.id(), consumer, subject)));
        return others;
    }

    private GrantRequest request(
            long number, AgencyCode consumer, Subject subject, GrantTerms terms, SharingRule rule, Actor actor) {
        String tail = "-" + today.getYear() + "-" + number;
        return new GrantRequest(
                "R" + tail,
                MessageId.next(Clock.systemUTC()),
                "G" + tail,
                consumer,
                subject.code(),
                city.answersFor(subject.code(), today).orElse(subject.provider()),
                terms,
                today,
                actor.toString(),
                rule.code(),
                State.REQUESTED,
                rule.limits(subject.sharing()).answer(city.calendar(), today),
                null,
                null,
                null,
                null);
    }
}
