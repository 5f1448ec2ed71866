package lingnan.city.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import lingnan.city.Reply;
import lingnan.city.ReplyReader;

/**
 * What an answer must be. The first one is read as XML and held against the sample's records, field by field; all others
 * must have the same body to the byte, and name the message that they answer.
 */
final class Check {

    private final byte[] tail;
    private final boolean isNumbered;

    private Check(byte[] tail, boolean isNumbered) {
        this.tail = tail;
        this.isNumbered = isNumbered;
    }

    /** Of a hub: asks once and learns how the body is written. */
    static Check learn(Target target) throws IOException {
        Template template = target.template();
        try (Line line = new Line(target.address())) {
            line.exchange(template.numbered(0));
            byte[] body = line.body();
            Reply said = ReplyReader.read(line.status(), Optional.empty(), body);
            Reply wanted =
                    ReplyReader.read(200, Optional.empty(), target.sample().expected());
            if (said.status() != 200
                    || said.fault().isPresent()
                    || !said.records().equals(wanted.records())
                    || !said.withheld().equals(wanted.withheld())) {
                throw new BenchFailure(target.address() + " does not answer what " + target.sample()
                        + " expects, but HTTP " + said.status() + ": " + said.body());
            }
            return new Check(Arrays.copyOfRange(body, startOfBody(body), body.length), true);
        }
    }

    /** Of a provider, or of a hop that passes its bytes on: always the same. */
    static Check canned(Sample sample) {
        return new Check(sample.canned(), false);
    }

    /** Bytes and characters before the SOAP body are the same number only up to the first one beyond ASCII. */
    private static int startOfBody(byte[] envelope) {
        String text = new String(envelope, UTF_8);
        int at = text.lastIndexOf("Body>", text.lastIndexOf("Body>") - 1);
        return text.substring(0, text.lastIndexOf('<', at)).getBytes(UTF_8).length;
    }

    int bytes() {
        return tail.length;
    }

    void requireRight(Line line, Template asked) {
        boolean isRight = line.status() == 200
                && line.bodyEndsWith(tail)
                && (!isNumbered || line.bodyHas(asked.number(), tail.length));
        if (!isRight) {
            throw new BenchFailure("Message " + asked + " was answered wrongly, with HTTP " + line.status() + ": "
                    + new String(line.body(), UTF_8));
        }
    }
}
