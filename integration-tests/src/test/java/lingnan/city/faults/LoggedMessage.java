package lingnan.city.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lingnan.city.HubCommand;
import lingnan.city.HubProcess;

/**
 * What the log has of one message, as {@code ./hub trace --json} prints it.
 *
 * @param entries each with its fields, oldest first
 */
record LoggedMessage(String id, List<Map<String, String>> entries) {

    private static final Set<String> CLOSES = Set.of("answered", "failed", "in_doubt");
    private static final Pattern FIELD = Pattern.compile("\\s*\"(\\w+)\" : \"(.*)\",?");

    /** All messages of these cases, by id. */
    static Map<String, LoggedMessage> of(HubProcess hub, List<String> cases) throws IOException {
        List<String> command = new ArrayList<>(List.of("trace", "--json", "--no-bodies", "--limit", "400"));
        command.addAll(cases);
        HubCommand.Result result = HubCommand.run(hub, command.toArray(String[]::new));
        if (!result.output().contains("\"messages\"")) {
            throw new AssertionError("The trace failed: " + result.output());
        }
        return parse(result.output().lines());
    }

    private static Map<String, LoggedMessage> parse(Stream<String> lines) {
        Map<String, LoggedMessage> messages = new HashMap<>();
        List<Map<String, String>> entries = new ArrayList<>();
        for (String line : (Iterable<String>) lines::iterator) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                continue;
            }
            String name = field.group(1);
            if (name.equals("message")) {
                entries = new ArrayList<>();
                messages.put(field.group(2), new LoggedMessage(field.group(2), entries));
            } else {
                if (name.equals("position")) {
                    entries.add(new HashMap<>());
                }
                entries.get(entries.size() - 1).putIfAbsent(name, field.group(2));
            }
        }
        return messages;
    }

    List<String> kinds() {
        return entries.stream().map(entry -> entry.getOrDefault("kind", "")).toList();
    }

    boolean has(String kind) {
        return kinds().contains(kind);
    }

    List<Map<String, String>> closings() {
        return entries.stream()
                .filter(entry -> CLOSES.contains(entry.get("kind")))
                .toList();
    }

    boolean isOpen() {
        return has("accepted") && closings().isEmpty();
    }

    /** Closed by the log itself, for a hub that ended before the interaction did. */
    boolean isRecovered() {
        return closings().stream().anyMatch(closing -> "interrupted".equals(closing.get("reason")));
    }

    @Override
    public String toString() {
        return id + " " + entries.stream().map(LoggedMessage::brief).toList();
    }

    private static String brief(Map<String, String> entry) {
        return entry.get("kind") + "(" + entry.getOrDefault("outcome", "") + " " + entry.getOrDefault("reason", "")
                + " " + entry.getOrDefault("detail", "") + " at " + entry.get("position") + ")";
    }
}
