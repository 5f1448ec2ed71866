package lingnan.hub.directory;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.grants.GrantRequest;
import lingnan.hub.grants.GrantRequests;
import lingnan.hub.grants.GrantRequests.Answer;
import lingnan.hub.grants.GrantRequests.Filter;
import lingnan.hub.grants.GrantRequests.Outcome;
import lingnan.hub.grants.GrantRequests.Problem;
import lingnan.hub.grants.GrantRequests.Side;
import lingnan.hub.grants.GrantTerms;
import lingnan.hub.grants.GrantsInForce;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.SubjectCode;
import lingnan.wsdl.catalog.AnswerGrantRequest;
import lingnan.wsdl.catalog.Decision;
import lingnan.wsdl.catalog.ListGrantRequests;
import lingnan.wsdl.catalog.ListGrantRequestsResponse;
import lingnan.wsdl.catalog.ListGrants;
import lingnan.wsdl.catalog.ListGrantsResponse;
import lingnan.wsdl.catalog.RequestAnswer;
import lingnan.wsdl.catalog.RequestGrant;
import lingnan.wsdl.catalog.RevokeGrant;
import lingnan.wsdl.catalog.RevokeGrantResponse;
import lingnan.wsdl.catalog.Role;
import lingnan.wsdl.catalog.WithdrawGrantRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where agencies ask for rights, give and take them: each acts for itself, and what cannot be done is a fault. */
@Component
final class GrantDesk {

    private final GrantRequests requests;
    private final GrantsInForce grants;
    private final Catalog catalog;
    private final BusinessClock clock;

    GrantDesk(GrantRequests requests, GrantsInForce grants, Catalog catalog, BusinessClock clock) {
        this.requests = requests;
        this.grants = grants;
        this.catalog = catalog;
        this.clock = clock;
    }

    RequestAnswer request(Visit visit, RequestGrant asked) {
        SubjectCode code = subject(asked.getSubject());
        GrantTerms terms = GrantForm.terms(asked.getTerms(), clock.today(), open(visit.agency(), code));
        return answer(requests.request(visit.agency(), code, terms, visit.actor()));
    }

    RequestAnswer answer(Visit visit, AnswerGrantRequest said) {
        String reason = said.getReason() == null ? "" : said.getReason();
        Answer answer = said.getDecision() == Decision.GIVE
                ? new Answer.Give(GrantForm.narrower(said.getNarrower()), reason)
                : new Answer.Refuse(reason);
        return answer(requests.answer(said.getRequest(), answer, visit.actor()));
    }

    RequestAnswer withdraw(Visit visit, WithdrawGrantRequest said) {
        String reason = said.getReason() == null ? "" : said.getReason();
        return answer(requests.withdraw(said.getRequest(), reason, visit.actor()));
    }

    RequestAnswer shared(Visit visit, String request) {
        return answer(requests.shared(request, visit.actor()));
    }

    RevokeGrantResponse revoke(Visit visit, RevokeGrant said) {
        Outcome outcome = done(requests.revoke(said.getGrant(), said.getReason(), visit.actor()));
        if (outcome instanceof Outcome.Revoked revoked) {
            return GrantForm.revoked(revoked.revocation());
        }
        throw new IllegalStateException("A revocation came to " + outcome);
    }

    ListGrantRequestsResponse list(Visit visit, ListGrantRequests asked) {
        Optional<SubjectCode> subject = Optional.ofNullable(asked.getSubject()).map(GrantDesk::subject);
        boolean open = Boolean.TRUE.equals(asked.isOpen());
        ListGrantRequestsResponse response = new ListGrantRequestsResponse();
        requests.list(new Filter(visit.agency(), side(asked.getRole()), subject.orElse(null), open)).stream()
                .map(request -> GrantForm.request(request, clock.today()))
                .forEach(response.getRequest()::add);
        return response;
    }

    ListGrantsResponse list(Visit visit, ListGrants asked) {
        LocalDate day = Days.read(asked.getOn(), clock.today());
        Optional<SubjectCode> subject = Optional.ofNullable(asked.getSubject()).map(GrantDesk::subject);
        Snapshot city = catalog.current();
        Set<AgencyCode> own = city.bodiesOf(visit.agency(), clock.today());
        ListGrantsResponse response = new ListGrantsResponse();
        for (Grant grant : grants.on(day)) {
            boolean asks = asked.getRole() != Role.PROVIDER && own.contains(grant.consumer());
            boolean answers = asked.getRole() != Role.CONSUMER
                    && city.answersFor(grant.subject(), day).stream().anyMatch(own::contains);
            boolean isWanted = subject.map(grant.subject()::equals).orElse(true)
                    && city.agency(grant.consumer(), day).isPresent()
                    && (asks || answers);
            if (isWanted) {
                Optional<Agency> provider =
                        city.subject(grant.subject(), day).flatMap(shared -> city.provider(shared, day));
                response.getGrant().add(GrantForm.grant(grant, provider, city, day));
            }
        }
        return response;
    }

    /** The fields that the provider does not keep from this agency; none of a subject that there is not. */
    private Set<String> open(AgencyCode agency, SubjectCode code) {
        return catalog.current().subject(code, clock.today()).stream()
                .flatMap(subject -> subject.fields().stream())
                .filter(field -> field.isOpenTo(agency))
                .map(Subject.Field::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private RequestAnswer answer(Outcome outcome) {
        if (done(outcome) instanceof Outcome.Done done) {
            GrantRequest request = done.request();
            RequestAnswer answer = new RequestAnswer();
            answer.setRequest(GrantForm.request(request, clock.today()));
            return answer;
        }
        throw new IllegalStateException("A request came to " + outcome);
    }

    /** @throws HubFault of the first problem's code, telling of all */
    private static Outcome done(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            List<Problem> problems = refused.problems();
            throw new HubFault(
                    problems.get(0).code(),
                    problems.stream()
                            .map(problem -> problem.what() + " " + problem.remedy())
                            .collect(Collectors.joining(" ")));
        }
        return outcome;
    }

    /** @param role null for either */
    private static @Nullable Side side(@Nullable Role role) {
        return role == null ? null : Side.valueOf(role.name());
    }

    static SubjectCode subject(String code) {
        try {
            return SubjectCode.of(code);
        } catch (IllegalArgumentException noCode) {
            throw new HubFault(FaultCode.UNKNOWN_SERVICE, "no subject " + code, noCode);
        }
    }
}
