package lingnan.city.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which defects were put where, and out of how many chances. */
public final class Quality {

    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<Defect, Integer> chances = new EnumMap<>(Defect.class);

    void chance(Defect defect) {
        chances.merge(defect, 1, Integer::sum);
    }

    void add(Flaw flaw) {
        flaws.add(flaw);
    }

    public List<Flaw> flaws() {
        return Collections.unmodifiableList(flaws);
    }

    /** How many records could have had the defect. */
    public int chances(Defect defect) {
        return chances.getOrDefault(defect, 0);
    }

    public long count(Defect defect) {
        return flaws.stream().filter(flaw -> flaw.defect() == defect).count();
    }
}
