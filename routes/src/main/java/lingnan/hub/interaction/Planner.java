package lingnan.hub.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lingnan.hub.access.Caller;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.ServiceId;
import lingnan.hub.kernel.SubsystemId;
import lingnan.hub.messagelog.Key;
import lingnan.transformers.dialect.Dialect;
import lingnan.transformers.dialect.Dialects;
import org.springframework.stereotype.Component;

/** Resolves, once, everything about a question from the catalogue, and refuses headers that contradict it. */
@Component
final class Planner {

    private static final String PROTOCOL_VERSION = "4.0";

    private final Catalog catalog;
    private final BusinessClock clock;
    private final Map<Agency.Service, Dialect> dialects = new ConcurrentHashMap<>();

    Planner(Catalog catalog, BusinessClock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    public Stage.Planned plan(Arrival arrival) {
        Snapshot city = catalog.current();
        Subject subject = subject(city, arrival);
        Agency provider = city.agency(subject.provider()).orElseThrow(() -> unknown(arrival, "provider is not known"));
        ServiceId id = new ServiceId(
                new SubsystemId(city.instance(), "GOV", provider.code(), subject.providerSubsystem()),
                subject.code().value(),
                "v" + subject.version());
        requireKnownOperation(arrival, subject);
        requireConsistent(arrival.headers(), arrival.caller(), id, arrival.operationName());
        Stage.Source source = source(subject, provider, arrival);
        return new Stage.Planned(arrival, new Stage.Plan(subject, provider, source, id, keys(arrival, subject)));
    }

    private Stage.Source source(Subject subject, Agency provider, Arrival arrival) {
        if (subject.offer().answered() != Subject.Answered.LIVE) {
            return new Stage.Source.State();
        }
        Agency.Service service =
                provider.calledBy().orElseThrow(() -> unknown(arrival, "provider offers no service to call"));
        return new Stage.Source.Live(
                service, dialects.computeIfAbsent(service, s -> Dialects.of(s.dialect(), s.parameters())));
    }

    /**
     * For the flow's choice. A bean's method, because Simple's {@code ${body.property}} keeps each body as the key of a
     * cache, which costs its deep hash and its memory.
     */
    public boolean isCollect(Stage.Planned stage) {
        return stage.arrival().operationName().equals("Collect");
    }

    /** For the flow's choice: whether the state that the hub holds answers, and not the provider. */
    public boolean isHeld(Stage.Accepted stage) {
        return stage.plan().isHeld();
    }

    private Subject subject(Snapshot city, Arrival arrival) {
        Optional<Subject> subject = arrival.version().isPresent()
                ? city.subject(arrival.subject(), arrival.version().getAsInt())
                : city.subject(arrival.subject(), clock.today());
        return subject.orElseThrow(() -> unknown(arrival, "no such subject or version"));
    }

    private static HubFault unknown(Arrival arrival, String why) {
        return new HubFault(FaultCode.UNKNOWN_SERVICE, arrival.subject() + ": " + why);
    }

    private static void requireKnownOperation(Arrival arrival, Subject subject) {
        boolean known = arrival.operation().getNamespaceURI().equals(subject.namespace())
                && (arrival.operationName().equals("Query")
                        || arrival.operationName().equals("Collect"));
        if (!known) {
            throw new HubFault(
                    FaultCode.UNKNOWN_OPERATION,
                    "{" + arrival.operation().getNamespaceURI() + "}" + arrival.operationName() + " is not {"
                            + subject.namespace() + "}Query or Collect");
        }
    }

    private static void requireConsistent(Headers headers, Caller caller, ServiceId id, String operation) {
        headers.protocolVersion().filter(v -> !v.equals(PROTOCOL_VERSION)).ifPresent(v -> {
            throw new HubFault(FaultCode.INVALID_HEADER_FIELD, "protocolVersion " + v + " is not " + PROTOCOL_VERSION);
        });
        headers.client().filter(client -> !client.equals(caller.subsystem())).ifPresent(client -> {
            throw new HubFault(
                    FaultCode.INCONSISTENT_HEADERS, "client " + client + " is not the caller " + caller.subsystem());
        });
        headers.service().filter(service -> !names(service, id, operation)).ifPresent(service -> {
            throw new HubFault(FaultCode.INCONSISTENT_HEADERS, "service " + service + " is not " + id);
        });
    }

    /** X-Road puts the operation's name where a subject's code is clearer; both are understood. */
    private static boolean names(ServiceId said, ServiceId id, String operation) {
        boolean service = said.service().equals(id.service())
                || said.service().equals(operation)
                || said.service().equals(id.service() + "." + operation);
        return service
                && said.provider().equals(id.provider())
                && said.version().equals(id.version());
    }

    private static List<Key> keys(Arrival arrival, Subject subject) {
        Map<String, String> values = Payloads.children(arrival.payload());
        List<Key> keys = new ArrayList<>();
        for (Subject.Field field : subject.keys()) {
            String value = values.get(field.name());
            if (value != null && !value.isBlank()) {
                keys.add(new Key(field.name(), value.strip(), field.person()));
            }
        }
        return keys;
    }
}
