package lingnan.transformers.dialect;

import java.util.Locale;
import java.util.function.Function;
import javax.xml.namespace.QName;
import lingnan.transformers.charset.CharsetRefusal;
import lingnan.transformers.charset.MessageCharset;
import lingnan.transformers.charset.WireCharset;
import lingnan.transformers.dialect.Dialect.WireAnswer;
import lingnan.transformers.dialect.DialectFault.Kind;
import lingnan.transformers.xml.SoapMessage;
import lingnan.transformers.xml.StrictSoapReader;
import lingnan.transformers.xml.XmlDocuments;
import lingnan.transformers.xml.XmlRefusal;

/** Opens the envelope of an answer and sorts what is none. */
final class WireEnvelope {

    private static final int SNIFFED = 200;

    private WireEnvelope() {}

    /** The envelope of an answer that is no fault. */
    static SoapMessage open(WireAnswer answer, WireCharset habit) {
        SoapMessage message = read(answer, habit, StrictSoapReader::read);
        if (message.isFault()) {
            throw new DialectFault(Kind.FAULT, ProviderSentence.of(message));
        }
        return message;
    }

    /** @param habit what the agency sends where its message does not say */
    static <T> T read(WireAnswer answer, WireCharset habit, Function<String, T> reader) {
        String document = document(answer, habit);
        try {
            return reader.apply(document);
        } catch (XmlRefusal refusal) {
            Kind kind = refusal.kind() == XmlRefusal.Kind.NOT_SOAP ? Kind.NOT_SOAP : Kind.BROKEN;
            throw new DialectFault(
                    kind, "The provider's answer" + status(answer) + " is not usable: " + refusal.getMessage());
        }
    }

    private static String document(WireAnswer answer, WireCharset habit) {
        String document;
        try {
            document = MessageCharset.of(answer.contentType(), answer.body(), habit)
                    .decode(answer.body());
        } catch (CharsetRefusal refusal) {
            if (isWebPage(answer.contentType(), "")) {
                throw notSoap(answer, "a web page");
            }
            throw new DialectFault(Kind.BROKEN, "The provider's answer cannot be read: " + refusal.getMessage());
        }
        if (document.isBlank()) {
            throw new DialectFault(Kind.EMPTY, "The provider's answer" + status(answer) + " is empty.");
        }
        if (isWebPage(answer.contentType(), document)) {
            throw notSoap(answer, "a web page");
        }
        if (!startsLikeXml(document)) {
            throw notSoap(answer, "not XML");
        }
        return document;
    }

    private static boolean startsLikeXml(String document) {
        return document.stripLeading().startsWith("<");
    }

    /** Whether a text is a web page, by its media type or by its first words. */
    static boolean isWebPage(String contentType, String document) {
        String start = document.stripLeading();
        start = start.substring(0, Math.min(SNIFFED, start.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || (contentType.strip().toLowerCase(Locale.ROOT).startsWith("text/html")
                        && !start.contains("envelope"));
    }

    private static DialectFault notSoap(WireAnswer answer, String what) {
        return new DialectFault(Kind.NOT_SOAP, "The provider's answer" + status(answer) + " is " + what + ".");
    }

    private static String status(WireAnswer answer) {
        return answer.status() == 200 ? "" : " with HTTP status " + answer.status();
    }

    static QName expectRoot(byte[] payload, String localName) {
        QName root = XmlDocuments.rootName(payload);
        if (!root.getLocalPart().equals(localName)) {
            throw new IllegalArgumentException(
                    "The payload's root is " + root.getLocalPart() + "; the operation is " + localName + ".");
        }
        return root;
    }
}
