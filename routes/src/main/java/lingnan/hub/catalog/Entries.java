package lingnan.hub.catalog;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lingnan.hub.kernel.Label;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file, read key by key. What is missing or wrong becomes a finding at its line and a placeholder
 * in its place; {@link #close} finds the keys that nobody asked for.
 */
final class Entries implements AutoCloseable {

    private final Findings findings;
    private final String file;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final List<Entries> nested = new ArrayList<>();

    private Entries(Findings findings, String file, int line) {
        this.findings = findings;
        this.file = file;
        this.line = line;
    }

    static Entries of(Findings findings, String file, MappingNode node) {
        Entries entries = new Entries(findings, file, lineOf(node));
        for (NodeTuple tuple : node.getValue()) {
            entries.add(tuple);
        }
        return entries;
    }

    private void add(NodeTuple tuple) {
        int keyLine = lineOf(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            findings.add(file, keyLine, "A key is not a plain text.", "Write it as key: value.");
        } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
            findings.add(file, keyLine, "The key " + key.getValue() + " stands twice.", "Keep one of the two.");
        } else {
            lines.put(key.getValue(), keyLine);
        }
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    <T> T required(String key, Form<T> form) {
        if (missing(key)) {
            findings.add(file, line, "The key " + key + " is missing.", "Add it: write " + form.expected() + ".");
            return form.placeholder();
        }
        return optional(key, form).orElse(form.placeholder());
    }

    <T> Optional<T> optional(String key, Form<T> form) {
        asked.add(key);
        Node node = values.get(key);
        return node == null ? Optional.empty() : scalar(key, node, form);
    }

    /** A sequence of single values; a value of another form is left out with a finding. */
    <T> List<T> list(String key, Form<T> form) {
        return items(key, form).stream().map(Item::value).toList();
    }

    /** A value of a sequence, and the line that it stands in: a long sequence has many. */
    record Item<T>(T value, int line) {}

    /** The same as {@link #list}, with lines. */
    <T> List<Item<T>> items(String key, Form<T> form) {
        List<Item<T>> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node item : sequence(key)) {
            if (item instanceof ScalarNode text && !seen.add(text.getValue())) {
                findings.add(file, lineOf(item), text.getValue() + " stands twice in " + key + ".", "Keep one.");
            }
            scalar(key, item, form).ifPresent(value -> items.add(new Item<>(value, lineOf(item))));
        }
        return List.copyOf(items);
    }

    /** A sequence of mappings. */
    List<Entries> entries(String key) {
        List<Entries> list = new ArrayList<>();
        for (Node item : sequence(key)) {
            if (item instanceof MappingNode mapping) {
                list.add(nest(mapping));
            } else {
                wrong(key, lineOf(item), "a mapping of keys and values");
            }
        }
        return list;
    }

    Optional<Entries> mapping(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node instanceof MappingNode mapping) {
            return Optional.of(nest(mapping));
        }
        if (node != null) {
            wrong(key, lineOf(node), "a mapping of keys and values");
        }
        return Optional.empty();
    }

    Label label(String key) {
        if (missing(key)) {
            findings.add(file, line, "The key " + key + " is missing.", "Add it: {zh: …, en: …}.");
        }
        return mapping(key)
                .map(label -> new Label(label.required("zh", Form.TEXT), label.required("en", Form.TEXT)))
                .orElse(new Label("", ""));
    }

    /** A mapping whose keys are free. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping(key)
                .ifPresent(mapping ->
                        mapping.values.keySet().forEach(name -> texts.put(name, mapping.required(name, Form.TEXT))));
        return Map.copyOf(texts);
    }

    /** A finding at the line of a key. */
    void finding(String key, String what, String remedy) {
        findings.add(file, lines.getOrDefault(key, line), what, remedy);
    }

    void finding(int at, String what, String remedy) {
        findings.add(file, at, what, remedy);
    }

    /** Tells of the keys that nobody asked for, here and in all mappings below. */
    @Override
    public void close() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                finding(key, "The key " + key + " is not known.", "Use one of " + String.join(", ", asked) + ".");
            }
        }
        nested.forEach(Entries::close);
    }

    private boolean missing(String key) {
        asked.add(key);
        return !values.containsKey(key);
    }

    private List<Node> sequence(String key) {
        Node node = values.get(key);
        if (missing(key)) {
            findings.add(file, line, "The key " + key + " is missing.", "Add a list: [ … ].");
        } else if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        } else if (node != null) {
            wrong(key, lineOf(node), "a list: [ … ]");
        }
        return List.of();
    }

    private <T> Optional<T> scalar(String key, Node node, Form<T> form) {
        if (node instanceof ScalarNode text && !text.getTag().equals(Tag.NULL)) {
            try {
                return Optional.of(form.parse().apply(text.getValue()));
            } catch (IllegalArgumentException | DateTimeException notOfThisForm) {
                wrong(key, lineOf(node), form.expected());
            }
        } else {
            wrong(key, lineOf(node), form.expected());
        }
        return Optional.empty();
    }

    private void wrong(String key, int at, String expected) {
        findings.add(file, at, "The value of " + key + " has the wrong form.", "Write " + expected + ".");
    }

    private Entries nest(MappingNode mapping) {
        Entries entries = of(findings, file, mapping);
        nested.add(entries);
        return entries;
    }

    static int lineOf(@Nullable Node node) {
        return node == null ? 0 : node.getStartMark().getLine() + 1;
    }
}
