package lingnan.hub.catalog;

import java.util.List;
import java.util.OptionalInt;
import lingnan.hub.kernel.Label;

/**
 * An administrative division by its code of GB/T 2260 (six digits) or its extension to streets (nine) and communities
 * (twelve). A withdrawn code stays here: identity numbers keep it for life.
 *
 * @param from the year it came in, empty if before all records
 * @param until the year it was withdrawn, empty if it stands
 * @param successors the codes that followed it
 */
public record Division(
        String code, Label name, OptionalInt from, OptionalInt until, List<String> successors, Agency.Basis basis) {}
