package lingnan.hub.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.Label;

/**
 * What an agency was called when something was logged. The log keeps codes; a reform gives a code a new name, and what
 * was done before it was done under the old one.
 */
public final class AgencyNames {

    private final BiFunction<AgencyCode, LocalDate, Optional<Agency>> periods;

    private AgencyNames(BiFunction<AgencyCode, LocalDate, Optional<Agency>> periods) {
        this.periods = periods;
    }

    public static AgencyNames of(Snapshot city) {
        return new AgencyNames((code, day) -> city.agency(code, day).or(() -> city.agency(code)));
    }

    /** Of a city's files, without its subjects: what can be read of them, for a command that has no hub. */
    public static AgencyNames read(CitySettings settings) {
        Findings findings = new Findings();
        Agencies agencies = Agencies.read(new CityFolder(settings.city(), findings), settings, findings);
        return new AgencyNames((code, day) -> agencies.find(code, day).or(() -> agencies.find(code)));
    }

    /**
     * On a day on which it did not stand, its last name.
     *
     * @param subsystem such as {@code GZ/GOV/AIC/ENT}, or a code alone
     * @param businessTime the entry's
     * @return empty if the city knows no such agency
     */
    public Optional<Label> at(String subsystem, Instant businessTime) {
        String[] parts = subsystem.split("/", -1);
        try {
            AgencyCode code = AgencyCode.of(parts.length >= 3 ? parts[2] : subsystem);
            return periods.apply(code, LocalDate.ofInstant(businessTime, BusinessClock.ZONE))
                    .map(Agency::name);
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }
}
