package lingnan.hub.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lingnan.hub.catalog.Check.Finding;

/** Collects what reading the city finds, so that one run tells everything. What is read in parallel has its own. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    void add(String file, int line, String what, String remedy) {
        found.add(new Finding(file, line, what, remedy));
    }

    void addAll(Findings others) {
        found.addAll(others.found);
    }

    int count() {
        return found.size();
    }

    List<Finding> sorted() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
                .toList();
    }
}
