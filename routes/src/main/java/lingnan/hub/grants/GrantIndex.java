package lingnan.hub.grants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.grants.GrantRequests.Revocation;
import lingnan.hub.grants.GrantsInForce.Revoked;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;

/** What is granted at one moment, found by who asks for what. Immutable. */
final class GrantIndex {

    private final List<Grant> all;
    private final Map<Ask, List<Grant>> byAsk;
    private final Map<Ask, List<Revoked>> revoked;

    private record Ask(AgencyCode consumer, SubjectCode subject) {

        static Ask of(Grant grant) {
            return new Ask(grant.consumer(), grant.subject());
        }
    }

    /**
     * What was decided through the hub, beside the city's files.
     *
     * @param given revoked ones too
     * @param revocations of grants of the files too
     */
    record Decided(List<Grant> given, List<Revocation> revocations) {

        static Decided read(GrantStore store) {
            return new Decided(
                    store.given().stream()
                            .map(GrantRequest::given)
                            .filter(Objects::nonNull)
                            .map(Grant.class::cast)
                            .toList(),
                    store.revocations());
        }
    }

    private GrantIndex(List<Grant> all, Map<Ask, List<Grant>> byAsk, Map<Ask, List<Revoked>> revoked) {
        this.all = all;
        this.byAsk = byAsk;
        this.revoked = revoked;
    }

    static GrantIndex of(Snapshot city, Decided decided) {
        Map<String, Revocation> revocations =
                decided.revocations().stream().collect(Collectors.toMap(Revocation::grantId, gone -> gone));
        List<Grant> stated = new ArrayList<>(city.grants());
        stated.addAll(decided.given());
        stated.sort(Comparator.comparing(Grant::id));
        List<Grant> all = new ArrayList<>();
        Map<Ask, List<Revoked>> revoked = new HashMap<>();
        for (Grant grant : stated) {
            Revocation revocation = revocations.get(grant.id());
            if (revocation == null) {
                all.add(grant);
            } else {
                revoked.computeIfAbsent(Ask.of(grant), ask -> new ArrayList<>())
                        .add(new Revoked(grant, revocation.on()));
            }
        }
        revoked.values()
                .forEach(some -> some.sort(Comparator.comparing(Revoked::on).reversed()));
        return new GrantIndex(List.copyOf(all), all.stream().collect(Collectors.groupingBy(Ask::of)), revoked);
    }

    List<Grant> all() {
        return all;
    }

    List<Grant> of(AgencyCode consumer, SubjectCode subject) {
        return byAsk.getOrDefault(new Ask(consumer, subject), List.of());
    }

    List<Revoked> revoked(AgencyCode consumer, SubjectCode subject) {
        return revoked.getOrDefault(new Ask(consumer, subject), List.of());
    }

    List<Revoked> revoked() {
        return revoked.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(gone -> gone.grant().id()))
                .toList();
    }
}
