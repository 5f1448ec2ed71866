package lingnan.hub.directory;

import java.time.LocalDate;
import java.util.function.Predicate;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.contract.CallHeaders.Identifier;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.SubsystemId;
import lingnan.wsdl.identifiers.XRoadObjectType;
import lingnan.wsdl.identifiers.XRoadServiceIdentifierType;
import lingnan.wsdl.xroad.MethodListType;
import org.springframework.stereotype.Component;

/**
 * {@code listMethods} and {@code allowedMethods} of the X-Road service metadata protocol for SOAP: the header block
 * service names the provider's subsystem. A method is a subject, under the code and version by which the hub's header
 * block service names it.
 */
@Component
final class Methods {

    private static final String MEMBER_CLASS = "GOV";

    private final Catalog catalog;
    private final Rights rights;
    private final BusinessClock clock;

    Methods(Catalog catalog, Rights rights, BusinessClock clock) {
        this.catalog = catalog;
        this.rights = rights;
        this.clock = clock;
    }

    /** All that the subsystem offers to anybody. */
    MethodListType offered(Visit visit) {
        return listed(provider(visit, "listMethods"), subject -> true);
    }

    /** What of it the caller may ask for today. */
    MethodListType allowed(Visit visit) {
        LocalDate day = clock.today();
        return listed(provider(visit, "allowedMethods"), subject -> !rights.inForce(visit.agency(), subject.code(), day)
                .isEmpty());
    }

    private MethodListType listed(Identifier provider, Predicate<Subject> wanted) {
        Snapshot city = catalog.current();
        MethodListType methods = new MethodListType();
        city.subjects(clock.today()).stream()
                .filter(subject -> subject.sharing() != Subject.Sharing.NONE)
                .filter(subject -> provider.covers(subsystem(city, subject)))
                .filter(wanted)
                .map(subject -> method(subsystem(city, subject), subject))
                .forEach(methods.getService()::add);
        return methods;
    }

    /** Who is asked about. The protocol requires the block service; it names this operation and one subsystem. */
    private Identifier provider(Visit visit, String operation) {
        Identifier service = visit.headers()
                .service()
                .orElseThrow(
                        () -> new HubFault(FaultCode.MISSING_HEADER_FIELD, "service, of the provider's subsystem"));
        if (!service.service().equals(operation)) {
            throw new HubFault(
                    FaultCode.INCONSISTENT_HEADERS, "service names " + service.service() + ", the body " + operation);
        }
        if (service.subsystem().isEmpty()) {
            throw new HubFault(FaultCode.MISSING_HEADER_FIELD, "service: subsystemCode");
        }
        if (!isKnown(service)) {
            throw new HubFault(FaultCode.UNKNOWN_SERVICE, "there is no provider " + service.party());
        }
        return service;
    }

    private boolean isKnown(Identifier provider) {
        Snapshot city = catalog.current();
        return city.agencies(clock.today()).stream()
                .filter(agency -> agency.code().value().equals(provider.member()))
                .flatMap(agency -> agency.subsystems().stream()
                        .map(name -> new SubsystemId(city.instance(), MEMBER_CLASS, agency.code(), name)))
                .anyMatch(provider::covers);
    }

    static SubsystemId subsystem(Snapshot city, Subject subject) {
        return new SubsystemId(city.instance(), MEMBER_CLASS, subject.provider(), subject.providerSubsystem());
    }

    private static XRoadServiceIdentifierType method(SubsystemId provider, Subject subject) {
        XRoadServiceIdentifierType method = new XRoadServiceIdentifierType();
        method.setObjectType(XRoadObjectType.SERVICE);
        method.setXRoadInstance(provider.instance());
        method.setMemberClass(provider.memberClass());
        method.setMemberCode(provider.agency().value());
        method.setSubsystemCode(provider.subsystem());
        method.setServiceCode(subject.code().value());
        method.setServiceVersion("v" + subject.version());
        return method;
    }
}
