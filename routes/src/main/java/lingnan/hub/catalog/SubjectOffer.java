package lingnan.hub.catalog;

import java.time.Period;
import java.util.Map;
import java.util.Set;
import lingnan.hub.catalog.Agency.Connection;
import lingnan.hub.catalog.Subject.Answered;
import lingnan.hub.catalog.Subject.Cycle;
import lingnan.hub.catalog.Subject.Offer;

/** How a subject is to be had, as its {@code subject.yaml} says. */
final class SubjectOffer {

    private static final Form<Answered> ANSWERED = Form.oneOf(Answered.class);
    private static final Form<Cycle> CYCLE = Form.oneOf(Cycle.class);

    /** What the ways of answering need; a state at the hub can come in by any but a call. */
    private static final Map<Answered, Set<Connection>> NEEDED = Map.of(
            Answered.LIVE, Set.of(Connection.WEB_SERVICE),
            Answered.FRONT_END, Set.of(Connection.DATABASE),
            Answered.STORE, Set.of(Connection.DATABASE, Connection.FILE, Connection.MESSAGE));

    private SubjectOffer() {}

    static Offer read(Entries entries) {
        Answered answered = entries.required("answered", ANSWERED);
        Set<Connection> connections = Set.copyOf(entries.list("connections", AgencyFile.CONNECTION));
        Set<Connection> needed = NEEDED.getOrDefault(answered, Set.of());
        if (entries.has("connections") && connections.stream().noneMatch(needed::contains)) {
            entries.finding(
                    "connections",
                    "A subject that is answered " + answered + " takes none of the ways that this needs.",
                    "Add one of "
                            + String.join(
                                    ", ",
                                    needed.stream().map(Enum::name).sorted().toList()) + ".");
        }
        Cycle cycle = entries.required("cycle", CYCLE);
        boolean batch = entries.required("batch", Form.YES_NO);
        Period retention = entries.required("retention", Form.YEARS);
        return new Offer(answered, connections, cycle, batch, retention);
    }
}
