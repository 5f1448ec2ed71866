package lingnan.hub.catalog;

import java.util.Optional;
import lingnan.hub.catalog.Agency.Connection;
import lingnan.hub.catalog.Subject.Answered;
import lingnan.hub.catalog.Subject.Offer;
import lingnan.hub.kernel.AgencyCode;
import org.jspecify.annotations.Nullable;

/** Who provides a subject, held against what the agencies' files say of it. */
final class SubjectProvider {

    private final Entries entries;
    private final Agencies agencies;
    private final AgencyCode code;
    private final Optional<AgencyCode> former;
    private final String subsystem;

    SubjectProvider(Entries entries, Agencies agencies) {
        this.entries = entries;
        this.agencies = agencies;
        this.code = entries.required("provider", Form.AGENCY);
        this.former = entries.optional("formerProvider", Form.AGENCY);
        this.subsystem = entries.required("subsystem", Form.TEXT);
    }

    AgencyCode code() {
        return code;
    }

    @Nullable
    AgencyCode former() {
        return former.orElse(null);
    }

    String subsystem() {
        return subsystem;
    }

    void read(Offer offer) {
        if (!agencies.isKnown(code)) {
            entries.finding("provider", "No agency is named " + code + ".", "Add agencies/" + code + ".yaml.");
        }
        agencies.findWhole(code).ifPresent(agency -> {
            checkAgency(agency, offer);
            former.ifPresent(old -> checkFormer(agency, old));
        });
    }

    private void checkAgency(Agency agency, Offer offer) {
        if (!agency.subsystems().contains(subsystem)) {
            entries.finding(
                    "subsystem",
                    code + " has no subsystem " + subsystem + ".",
                    "Use one of " + String.join(", ", agency.subsystems()) + ".");
        }
        if (offer.answered() == Answered.LIVE && agency.service() == null) {
            entries.finding("provider", code + " has no service to call.", "Add service: to its file.");
        }
        for (Connection connection : offer.connections()) {
            if (!agency.share().connections().contains(connection)) {
                entries.finding(
                        "connections",
                        code + " has no connection " + connection + ".",
                        "Add it to connections: of its file, or take another way.");
            }
        }
    }

    private void checkFormer(Agency agency, AgencyCode old) {
        if (!agency.lineage().predecessors().contains(old)) {
            entries.finding(
                    "formerProvider",
                    old + " is no predecessor of " + code + ".",
                    "Name one of the predecessors: of its file.");
        }
    }

    /** On each day of a subject somebody stands who provides it, so that "who provided this" has an answer. */
    void checkStands(Validity days) {
        Optional<Agency> agency = agencies.findWhole(code);
        if (agency.isEmpty()) {
            return;
        }
        Validity own = former.flatMap(agencies::findWhole)
                .flatMap(old -> Optional.ofNullable(old.validTo()))
                .filter(last -> !last.isBefore(days.from()))
                .map(last -> new Validity(last.plusDays(1), days.to()))
                .orElse(days);
        if (!agencies.standsThrough(code, own)) {
            entries.finding(
                    "validFrom",
                    code + " does not stand on every day on which it is said to provide this.",
                    "Change the days, or name the formerProvider.");
        }
    }

    /** A provider whose own file is broken has its findings there. */
    boolean needsMappings(Offer offer) {
        return offer.answered() == Answered.LIVE
                && agencies.findWhole(code)
                        .flatMap(Agency::calledBy)
                        .filter(service -> !service.dialect().equals("canonical"))
                        .isPresent();
    }
}
