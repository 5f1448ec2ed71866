package lingnan.hub.messagelog;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts as one flat JSON object of strings. */
final class FactsJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FactsJson() {}

    static String write(Map<String, String> facts) {
        return MAPPER.writeValueAsString(facts);
    }

    /** @throws TamperedContent if it is anything else than an object of strings */
    static Map<String, String> read(String json) {
        try {
            Map<String, String> facts = new TreeMap<>();
            JsonNode root = MAPPER.readTree(json);
            if (!root.isObject()) {
                throw new TamperedContent("its facts are not an object");
            }
            for (Map.Entry<String, JsonNode> fact : root.properties()) {
                if (!fact.getValue().isString()) {
                    throw new TamperedContent("its fact " + fact.getKey() + " is not text");
                }
                facts.put(fact.getKey(), fact.getValue().stringValue());
            }
            return facts;
        } catch (JacksonException e) {
            throw new TamperedContent("its facts are not JSON");
        }
    }
}
