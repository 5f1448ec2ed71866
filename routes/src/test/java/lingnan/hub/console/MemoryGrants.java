package lingnan.hub.console;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.grants.GrantsInForce;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;

/** The grants of a city's files, some of them revoked. */
public final class MemoryGrants implements GrantsInForce {

    private final Snapshot city;
    private final Map<String, LocalDate> revoked = new ConcurrentHashMap<>();

    MemoryGrants(Snapshot city) {
        this.city = city;
    }

    void revoke(String grant, LocalDate on) {
        revoked.put(grant, on);
    }

    void clear() {
        revoked.clear();
    }

    @Override
    public List<Grant> all() {
        return city.grants().stream()
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
