package lingnan.hub.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.datatype.XMLGregorianCalendar;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.grants.GrantRequests.Revocation;
import lingnan.hub.grants.GrantTerms;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.wsdl.catalog.Act;
import lingnan.wsdl.catalog.Grant;
import lingnan.wsdl.catalog.GrantRequest;
import lingnan.wsdl.catalog.Named;
import lingnan.wsdl.catalog.Narrower;
import lingnan.wsdl.catalog.Purpose;
import lingnan.wsdl.catalog.RevokeGrantResponse;
import lingnan.wsdl.catalog.Terms;
import org.jspecify.annotations.Nullable;

/** Between grants and their requests and the types that are generated from the contract. */
final class GrantForm {

    private GrantForm() {}

    /** @param open the fields that are meant if none is named */
    static GrantTerms terms(Terms asked, LocalDate today, Set<String> open) {
        List<lingnan.hub.catalog.Grant.Purpose> purposes = asked.getPurpose().stream()
                .map(purpose -> new lingnan.hub.catalog.Grant.Purpose(
                        purpose.getCode(),
                        new Label(
                                purpose.getLegalBasis().getZh(),
                                purpose.getLegalBasis().getEn())))
                .toList();
        return new GrantTerms(
                purposes,
                new LinkedHashSet<>(asked.getKey()),
                asked.getField().isEmpty() ? open : new LinkedHashSet<>(asked.getField()),
                new LinkedHashSet<>(asked.getDivision()),
                Boolean.TRUE.equals(asked.isStanding()),
                Boolean.TRUE.equals(asked.isCaseRequired()),
                Days.read(asked.getValidFrom(), today),
                day(asked.getValidTo()));
    }

    static GrantTerms.Narrower narrower(@Nullable Narrower left) {
        return left == null
                ? GrantTerms.Narrower.NOTHING
                : new GrantTerms.Narrower(
                        some(left.getPurpose()),
                        some(left.getKey()),
                        some(left.getField()),
                        some(left.getDivision()),
                        left.isStanding(),
                        left.isCaseRequired(),
                        day(left.getValidFrom()),
                        day(left.getValidTo()));
    }

    static GrantRequest request(lingnan.hub.grants.GrantRequest request, LocalDate today) {
        GrantRequest written = new GrantRequest();
        written.setId(request.id());
        written.setGrant(request.grantId());
        written.setMessageId(request.message().toString());
        written.setConsumer(request.consumer().value());
        written.setSubject(request.subject().value());
        written.setProvider(request.provider().value());
        written.setState(request.state().name());
        written.setRequestedOn(Days.write(request.requestedOn()));
        written.setRequestedBy(request.requestedBy());
        written.setRule(request.rule());
        written.setAnswerDue(Days.write(request.answerBy().due()));
        written.setAnswerDueAssumed(request.answerBy().assumed());
        written.setOverdue(request.isOverdueOn(today));
        written.setAsked(terms(request.asked()));
        Optional.ofNullable(request.settled()).map(GrantForm::act).ifPresent(written::setSettled);
        Optional.ofNullable(request.given()).map(GrantForm::terms).ifPresent(written::setGiven);
        Optional.ofNullable(request.sharing()).ifPresent(sharing -> {
            written.setSharingDue(Days.write(sharing.by().due()));
            Days.write(sharing.since(), written::setSharedSince);
        });
        Optional.ofNullable(request.revoked()).map(GrantForm::act).ifPresent(written::setRevoked);
        return written;
    }

    static Grant grant(lingnan.hub.catalog.Grant grant, Optional<Agency> provider, Snapshot city, LocalDate day) {
        Grant written = new Grant();
        written.setId(grant.id());
        written.setConsumer(named(city, grant.consumer(), day));
        written.setSubject(grant.subject().value());
        provider.map(AgencyForm::named).ifPresent(written::setProvider);
        written.setTerms(terms(grant));
        written.setBasis(grant.basis().kind().name().toLowerCase(Locale.ROOT));
        return written;
    }

    static RevokeGrantResponse revoked(Revocation revocation) {
        RevokeGrantResponse written = new RevokeGrantResponse();
        written.setGrant(revocation.grantId());
        written.setConsumer(revocation.consumer().value());
        written.setSubject(revocation.subject().value());
        written.setRevoked(act(revocation.on(), revocation.by(), revocation.reason()));
        return written;
    }

    private static Terms terms(GrantTerms terms) {
        Terms written = terms(terms.purposes(), terms.keys(), terms.fields(), terms.divisions());
        written.setStanding(terms.standing());
        written.setCaseRequired(terms.caseRequired());
        written.setValidFrom(Days.write(terms.validFrom()));
        Days.write(terms.validTo(), written::setValidTo);
        return written;
    }

    private static Terms terms(lingnan.hub.catalog.Grant grant) {
        Terms written = terms(grant.purposes(), grant.keys(), grant.fields(), grant.divisions());
        written.setStanding(grant.standing());
        written.setCaseRequired(grant.caseRequired());
        written.setValidFrom(Days.write(grant.validFrom()));
        Days.write(grant.validTo(), written::setValidTo);
        return written;
    }

    private static Terms terms(
            List<lingnan.hub.catalog.Grant.Purpose> purposes,
            Collection<String> keys,
            Collection<String> fields,
            Collection<String> divisions) {
        Terms written = new Terms();
        for (lingnan.hub.catalog.Grant.Purpose purpose : purposes) {
            Purpose one = new Purpose();
            one.setCode(purpose.code());
            one.setLegalBasis(AgencyForm.label(purpose.legalBasis()));
            written.getPurpose().add(one);
        }
        written.getKey().addAll(new TreeSet<>(keys));
        written.getField().addAll(new TreeSet<>(fields));
        written.getDivision().addAll(new TreeSet<>(divisions));
        return written;
    }

    private static Named named(Snapshot city, AgencyCode code, LocalDate day) {
        return city.agency(code, day)
                .or(() -> city.agency(code))
                .map(AgencyForm::named)
                .orElseThrow();
    }

    private static Act act(lingnan.hub.grants.GrantRequest.Act act) {
        return act(act.on(), act.by(), act.reason());
    }

    private static Act act(LocalDate on, String by, String reason) {
        Act written = new Act();
        written.setOn(Days.write(on));
        written.setBy(by);
        if (!reason.isEmpty()) {
            written.setReason(reason);
        }
        return written;
    }

    private static @Nullable LocalDate day(@Nullable XMLGregorianCalendar day) {
        return day == null ? null : Days.read(day, LocalDate.EPOCH);
    }

    private static @Nullable Set<String> some(List<String> names) {
        return names.isEmpty() ? null : new LinkedHashSet<>(names);
    }
}
