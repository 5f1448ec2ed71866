package lingnan.hub.command;

import java.util.HexFormat;
import lingnan.hub.messagelog.Body;
import lingnan.transformers.charset.CharsetRefusal;
import lingnan.transformers.charset.MessageCharset;

/** A body as text, in the character set in which it travelled; as hexadecimal digits where it is no text of that set. */
final class BodyText {

    private BodyText() {}

    static String of(Body body) {
        try {
            return MessageCharset.of(body.contentType(), body.bytes()).decode(body.bytes());
        } catch (CharsetRefusal unreadable) {
            return "hex " + HexFormat.of().formatHex(body.bytes());
        }
    }
}
