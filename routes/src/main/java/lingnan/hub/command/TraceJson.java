package lingnan.hub.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lingnan.hub.catalog.AgencyNames;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LoggedEntry;

/** A message's entries as plain objects for JSON. */
final class TraceJson {

    private TraceJson() {}

    static Map<String, Object> of(List<LoggedEntry> entries, AgencyNames names, boolean bodies) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("message", entries.isEmpty() ? "" : entries.get(0).message().toString());
        object.put(
                "entries",
                entries.stream().map(entry -> entry(entry, names, bodies)).toList());
        return object;
    }

    private static Map<String, Object> entry(LoggedEntry entry, AgencyNames names, boolean bodies) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("position", entry.position().toString());
        object.put("appendedAt", entry.position().appendedAt().toString());
        object.put("businessTime", entry.businessTime().toString());
        object.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        object.putAll(entry.facts());
        for (Fact party : List.of(Fact.CLIENT, Fact.PROVIDER)) {
            names.at(entry.facts().getOrDefault(party.wireName(), ""), entry.businessTime())
                    .ifPresent(name -> object.put(party.wireName() + "Name", Map.of("zh", name.zh(), "en", name.en())));
        }
        object.put("keys", entry.keys().stream().map(TraceJson::key).toList());
        if (bodies) {
            object.put("bodies", entry.bodies().stream().map(TraceJson::body).toList());
        }
        if (entry.erased() > 0) {
            object.put("erased", entry.erased());
        }
        return object;
    }

    private static Map<String, Object> key(Key key) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", key.type());
        object.put("value", key.value());
        object.put("person", key.person());
        return object;
    }

    private static Map<String, Object> body(Body body) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("role", body.role().name().toLowerCase(Locale.ROOT));
        object.put("contentType", body.contentType());
        object.put("bytes", body.bytes().length);
        object.put("text", BodyText.of(body));
        return object;
    }
}
