package lingnan.city.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lingnan.city.City;
import lingnan.city.HubCommand;
import lingnan.city.HubProcess;
import lingnan.city.SimulatedAgency;
import lingnan.city.agency.LedgerLine;

/**
 * What the ledgers of the agencies and the hub's log say of a story, held against each other by message ids.
 *
 * @param findings what is wrong, in sentences; none if every invariant held
 */
public record Verdict(
        int interactions, int answered, int refused, int held, int calls, int logged, List<String> findings) {

    static Verdict of(HubProcess hub, City city, List<Played> played) throws IOException {
        List<String> findings = new ArrayList<>();
        int calls = 0;
        int answered = 0;
        int held = 0;
        for (Played one : played) {
            if (!one.isAsExpected()) {
                findings.add(
                        one.scene().en() + " Expected " + one.scene().expected().text() + " but: " + one.outcome());
            }
            boolean fault = one.scene().expected().isFault();
            answered += fault ? 0 : 1;
            if (one.scene().expected().isHeld()) {
                // Its provider has no system here that could be called.
                held++;
                continue;
            }
            int made = calls(city, one);
            calls += made;
            if (made != (fault ? 0 : 1)) {
                findings.add(one.messageId() + " was called " + made + " times at "
                        + one.scene().provider());
            }
        }
        int logged = logged(hub, played, findings);
        HubCommand.Result verification = HubCommand.run(hub, "verify", "--live");
        if (verification.exitCode() != 0) {
            findings.add("The log does not verify: " + verification.output());
        }
        return new Verdict(played.size(), answered, played.size() - answered, held, calls, logged, findings);
    }

    private static int logged(HubProcess hub, List<Played> played, List<String> findings) throws IOException {
        List<String> command = new ArrayList<>(List.of("trace", "--json"));
        played.forEach(one -> command.add(one.messageId()));
        String traces = HubCommand.run(hub, command.toArray(String[]::new)).output();
        int logged = 0;
        for (Played one : played) {
            if (traces.contains("\"message\" : \"" + one.messageId() + "\"")) {
                logged++;
            } else {
                findings.add(one.messageId() + " is not in the log");
            }
        }
        return logged;
    }

    private static int calls(City city, Played one) {
        return (int) city.agency(SimulatedAgency.valueOf(one.scene().provider())).ledger().stream()
                .filter(line -> line.kind() == LedgerLine.Kind.RECEIVED)
                .filter(line -> line.messageId().equals(one.messageId()))
                .count();
    }

    public boolean isSound() {
        return findings.isEmpty();
    }

    /** For machines. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("story", "interaction");
        figures.put("interactions", interactions);
        figures.put("answered", answered);
        figures.put("refused", refused);
        figures.put("held", held);
        figures.put("calls", calls);
        figures.put("logged", logged);
        figures.put("unlogged", interactions - logged);
        figures.put("findings", findings);
        return figures;
    }
}
