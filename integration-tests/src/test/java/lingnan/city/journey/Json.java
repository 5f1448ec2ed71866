package lingnan.city.journey;

import lingnan.city.HubCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one object that a command prints. */
final class Json {

    private Json() {}

    static JsonNode of(HubCommand.Result result) {
        return JsonMapper.shared().readTree(result.output());
    }
}
