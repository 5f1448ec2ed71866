package lingnan.hub.console;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.grants.GrantsInForce;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;

/** The grants of a city's files, some of them revoked, and some given on request. */
public final class MemoryGrants implements GrantsInForce {

    private final Snapshot city;
    private final List<Grant> given = new CopyOnWriteArrayList<>();
    private final Map<String, LocalDate> revoked = new ConcurrentHashMap<>();

    MemoryGrants(Snapshot city) {
        this.city = city;
    }

    void revoke(String grant, LocalDate on) {
        revoked.put(grant, on);
    }

    /** By every key of the subject, with all its fields. */
    void give(String id, String consumer, String subject, LocalDate from) {
        Subject asked = city.subject(SubjectCode.of(subject), from).orElseThrow();
        given.add(new Grant(
                id,
                AgencyCode.of(consumer),
                asked.code(),
                List.of(new Grant.Purpose("TEST", new Label("依申请", "as asked for"))),
                asked.keys().stream().map(Subject.Field::name).collect(Collectors.toSet()),
                asked.fields().stream().map(Subject.Field::name).collect(Collectors.toSet()),
                Set.of(),
                false,
                false,
                from,
                null,
                new Agency.Basis(Agency.Basis.Kind.SOURCE, "")));
    }

    void clear() {
        revoked.clear();
        given.clear();
    }

    @Override
    public List<Grant> all() {
        return Stream.concat(city.grants().stream(), given.stream())
                .filter(grant -> !revoked.containsKey(grant.id()))
                .toList();
    }

    @Override
    public List<Grant> of(AgencyCode consumer, SubjectCode subject) {
        return all().stream()
                .filter(grant ->
                        grant.consumer().equals(consumer) && grant.subject().equals(subject))
                .toList();
    }

    @Override
    public List<Revoked> revoked(AgencyCode consumer, SubjectCode subject) {
        return revoked().stream()
                .filter(gone -> gone.grant().consumer().equals(consumer)
                        && gone.grant().subject().equals(subject))
                .sorted(Comparator.comparing(Revoked::on).reversed())
                .toList();
    }

    @Override
    public List<Revoked> revoked() {
        return city.grants().stream()
                .filter(grant -> revoked.containsKey(grant.id()))
                .map(grant -> new Revoked(grant, revoked.getOrDefault(grant.id(), LocalDate.MAX)))
                .toList();
    }
}
