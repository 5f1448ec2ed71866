package lingnan.hub.trace;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import lingnan.hub.catalog.AgencyNames;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.messagelog.Traces;
import lingnan.wsdl.trace.Body;
import lingnan.wsdl.trace.Fact;
import lingnan.wsdl.trace.Step;
import lingnan.wsdl.trace.Summary;

/** From the log's records to the types that are generated from the contract. Times are written in China's zone. */
final class ContractForm {

    private static final DatatypeFactory DATATYPES = datatypes();

    /** The facts whose values are agencies' subsystems. */
    private static final Set<String> AGENCIES = Stream.of(
                    lingnan.hub.messagelog.Fact.CLIENT,
                    lingnan.hub.messagelog.Fact.PROVIDER,
                    lingnan.hub.messagelog.Fact.ACTOR)
            .map(lingnan.hub.messagelog.Fact::wireName)
            .collect(Collectors.toUnmodifiableSet());

    private final AgencyNames names;

    /** @param names of the agencies, as they were when something was logged */
    ContractForm(AgencyNames names) {
        this.names = names;
    }

    Summary summary(Traces.Summary found) {
        Summary summary = new Summary();
        summary.setMessageId(found.message().toString());
        summary.setAcceptedAt(time(found.firstAppended()));
        summary.setClient(found.client());
        summary.setProvider(found.provider());
        names.at(found.client(), found.businessTime()).ifPresent(name -> {
            summary.setClientNameZh(name.zh());
            summary.setClientNameEn(name.en());
        });
        names.at(found.provider(), found.businessTime()).ifPresent(name -> {
            summary.setProviderNameZh(name.zh());
            summary.setProviderNameEn(name.en());
        });
        summary.setSubject(found.subject());
        summary.setOperation(found.operation());
        summary.setOutcome(found.outcome());
        return summary;
    }

    Step step(LoggedEntry entry) {
        Step step = new Step();
        step.setKind(entry.kind().name().toLowerCase(Locale.ROOT));
        step.setLoggedAt(time(entry.position().appendedAt()));
        step.setBusinessTime(time(entry.businessTime()));
        step.setPosition(entry.position().toString());
        step.setErased(entry.erased());
        entry.facts().forEach((name, text) -> step.getFact().add(fact(name, text, entry.businessTime())));
        entry.bodies().forEach(body -> step.getBody().add(body(body)));
        return step;
    }

    private Fact fact(String name, String text, Instant businessTime) {
        Fact fact = new Fact();
        fact.setName(name);
        fact.setValue(text);
        if (AGENCIES.contains(name)) {
            names.at(text, businessTime).ifPresent(called -> {
                fact.setNameZh(called.zh());
                fact.setNameEn(called.en());
            });
        }
        return fact;
    }

    private static Body body(lingnan.hub.messagelog.Body logged) {
        Body body = new Body();
        body.setRole(logged.role().name().toLowerCase(Locale.ROOT));
        body.setContentType(logged.contentType());
        body.setValue(logged.bytes());
        return body;
    }

    private static XMLGregorianCalendar time(Instant instant) {
        OffsetDateTime local = instant.truncatedTo(ChronoUnit.MILLIS)
                .atZone(BusinessClock.ZONE)
                .toOffsetDateTime();
        return DATATYPES.newXMLGregorianCalendar(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local));
    }

    private static DatatypeFactory datatypes() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException impossible) {
            throw new IllegalStateException("The JDK has no XML datatypes.", impossible);
        }
    }
}
