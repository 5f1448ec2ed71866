package lingnan.hub.catalog;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import lingnan.hub.kernel.AgencyCode;

/** The agencies of {@code agencies/}: those that could be read, and the codes of those that could not. */
final class Agencies {

    private final List<Agency> agencies = new ArrayList<>();
    private final Set<AgencyCode> codes = new HashSet<>();
    private final Set<AgencyCode> broken = new HashSet<>();
    private final Map<AgencyCode, List<Validity>> validities = new HashMap<>();
    private final Map<String, AgencyCode> organisationCodes = new HashMap<>();
    private final Lineages lineages = new Lineages();

    static Agencies read(CityFolder city, CitySettings settings, Findings findings) {
        Agencies agencies = new Agencies();
        for (String file : city.files("agencies", ".yaml")) {
            codeOf(file.substring(file.lastIndexOf('/') + 1)).ifPresent(agencies.codes::add);
            city.yaml(file).ifPresent(entries -> {
                try (entries) {
                    agencies.read(entries, settings, findings);
                }
            });
        }
        if (agencies.codes.isEmpty()) {
            findings.add("agencies", 0, "The city has no agencies.", "Add agencies/<CODE>.yaml.");
        }
        agencies.lineages.check(agencies.codes);
        agencies.agencies.sort(Comparator.comparing(Agency::code).thenComparing(Agency::validFrom));
        return agencies;
    }

    List<Agency> all() {
        return List.copyOf(agencies);
    }

    boolean isKnown(AgencyCode code) {
        return codes.contains(code);
    }

    /** The newest of that code. */
    Optional<Agency> find(AgencyCode code) {
        return agencies.stream().filter(agency -> agency.code().equals(code)).reduce((older, newer) -> newer);
    }

    /** The same if all files of the code could be read: what others say can be held against it. */
    Optional<Agency> findWhole(AgencyCode code) {
        return find(code).filter(agency -> !broken.contains(code));
    }

    Optional<Agency> find(AgencyCode code, LocalDate day) {
        return agencies.stream()
                .filter(agency -> agency.code().equals(code) && agency.isValidOn(day))
                .findFirst();
    }

    /** Whether the code stood on each day of the span, under whatever names. */
    boolean standsThrough(AgencyCode code, Validity span) {
        LocalDate next = span.from();
        for (Agency period : agencies) {
            if (period.code().equals(code) && period.isValidOn(next)) {
                LocalDate last = period.validTo();
                if (last == null || (span.to() != null && !last.isBefore(span.to()))) {
                    return true;
                }
                next = last.plusDays(1);
            }
        }
        return false;
    }

    private void read(Entries entries, CitySettings settings, Findings findings) {
        int before = findings.count();
        AgencyCode code = entries.required("code", Form.AGENCY);
        String file = entries.file();
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (entries.has("code") && !name.equals(code + ".yaml") && !name.startsWith(code + ".")) {
            entries.finding(
                    "code", "The code " + code + " is not the file's name.", "Name the file " + code + ".yaml.");
        }
        codes.add(code);
        UnaryOperator<URI> override = endpoint -> settings.endpoint(code, endpoint);
        Agency agency = new AgencyFile(entries, override).read(code);
        Validity validity = new Validity(agency.validFrom(), agency.validTo());
        List<Validity> others = validities.computeIfAbsent(code, unused -> new ArrayList<>());
        if (others.stream().anyMatch(validity::overlaps)) {
            entries.finding("validFrom", "Another file of " + code + " is valid on the same days.", "End it before.");
        }
        others.add(validity);
        checkOrganisationCode(entries, agency);
        if (findings.count() == before) {
            agencies.add(agency);
            lineages.add(entries, agency);
        } else {
            broken.add(code);
        }
    }

    private void checkOrganisationCode(Entries entries, Agency agency) {
        String organisationCode = agency.organisationCode();
        if (organisationCode == null) {
            return;
        }
        AgencyCode first = organisationCodes.putIfAbsent(organisationCode, agency.code());
        if (first != null && !first.equals(agency.code())) {
            entries.finding(
                    "organisationCode", "The organisation code is that of " + first + ".", "Give each body its own.");
        }
    }

    /** A file that cannot be read still tells which agency it is meant for. */
    private static Optional<AgencyCode> codeOf(String fileName) {
        try {
            return Optional.of(AgencyCode.of(fileName.substring(0, fileName.indexOf('.'))));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }
}
