package lingnan.city.agency;

import java.io.IOException;

/** An agency's SOAP stack: from one HTTP request to one HTTP answer. Called by many threads. */
@FunctionalInterface
public interface Stack {

    /** @throws IOException if the answer could not be written; the caller's connection is closed then */
    Answer answer(Call call) throws IOException;

    /** @param contentType empty if there is none */
    record Answer(int status, String contentType, byte[] body) {}
}
