package lingnan.hub.catalog;

import java.util.List;

/**
 * Another snapshot went live while the hub runs: {@link Catalog#current()} is it already. Told within the reload, by the
 * thread that made it.
 *
 * @param files those that were added, changed or taken away, below the city's folder, in order
 */
public record CityChanged(Snapshot city, List<String> files) {}
