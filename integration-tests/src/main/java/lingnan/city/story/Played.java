package lingnan.city.story;

import java.time.Duration;
import lingnan.city.Reply;

/** A scene and what came of it; of an asynchronous one, the answer that was collected in the end. */
record Played(Scene scene, String messageId, Reply reply, Duration took) {

    boolean isAsExpected() {
        Scene.Expectation expected = scene.expected();
        if (expected.isFault()) {
            return reply.fault()
                    .filter(fault -> fault.code().equals(expected.text()))
                    .isPresent();
        }
        return reply.fault().isEmpty()
                && reply.records().size() == 1
                && expected.asOf()
                        .filter(time -> !reply.body().contains("asOf=\"" + time + "\""))
                        .isEmpty()
                && reply.field(expected.field().orElseThrow()).equals(expected.text());
    }

    /** What to tell a person: the answer's one value, or why there was none. */
    String outcome() {
        return reply.fault()
                .map(fault -> fault.code() + ": " + fault.text())
                .orElseGet(() -> scene.expected().field().map(this::shown).orElse("(answered)"));
    }

    private String shown(String field) {
        String value = reply.records().size() == 1
                ? reply.field(field)
                : reply.records().size() + " records";
        return field + " = " + value
                + (reply.withheld().isEmpty() ? "" : "   withheld: " + String.join(", ", reply.withheld()));
    }
}
