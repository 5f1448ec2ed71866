package lingnan.city.story;

import java.util.Optional;
import lingnan.city.Question;

/**
 * One question of one agency, and what must come of it.
 *
 * @param zh what happens, in a sentence for a mayor
 * @param client the asking subsystem
 * @param expected what must come back
 */
record Scene(String zh, String en, String client, Question question, Expectation expected) {

    boolean isAsynchronous() {
        return "true".equals(question.headers().get("asynchronous"));
    }

    /** The agency whose system is asked, as its code stands in the subject's. */
    String provider() {
        return question.subject().substring(0, question.subject().indexOf('-'));
    }

    String asking() {
        return client.split("/")[2];
    }

    /**
     * @param field the field of the one record that is looked at
     * @param text what it must say; for a refusal the fault's code
     * @param asOf the time that a state's answer must say; empty if the provider is to be called
     */
    record Expectation(Optional<String> field, String text, Optional<String> asOf) {

        static Expectation answer(String field, String text) {
            return new Expectation(Optional.of(field), text, Optional.empty());
        }

        static Expectation held(String field, String text, String asOf) {
            return new Expectation(Optional.of(field), text, Optional.of(asOf));
        }

        static Expectation fault(String code) {
            return new Expectation(Optional.empty(), code, Optional.empty());
        }

        /** Whether it is answered without its provider. */
        boolean isHeld() {
            return asOf.isPresent();
        }

        boolean isFault() {
            return field.isEmpty();
        }
    }
}
