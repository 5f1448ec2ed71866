package lingnan.transformers.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import lingnan.transformers.charset.WireCharset;

/**
 * Reads a SOAP 1.1 or 1.2 envelope in one pass to the end of the document and refuses what parsers leave open: a DTD,
 * entities, processing instructions, text in Envelope or Body, an empty Body or a second child of it, anything after
 * the root. Header blocks are handed out as they are; whether one that must be understood is, the caller decides.
 */
public final class StrictSoapReader {

    private final Cursor cursor;
    private final Map<String, String> scope = new LinkedHashMap<>();
    private final List<HeaderBlock> headers = new ArrayList<>();
    private final SoapVersion version;

    private StrictSoapReader(Cursor cursor) {
        this.cursor = cursor;
        this.version = openEnvelope();
        openBody();
    }

    /**
     * @throws XmlRefusal if the document is not well-formed or no envelope with exactly one element in its Body
     * @throws lingnan.transformers.charset.CharsetRefusal if the bytes are not of the character set
     */
    public static SoapMessage read(byte[] body, WireCharset charset) {
        return read(charset.decode(body), XmlDocuments::copy);
    }

    /**
     * As {@link #read(byte[], WireCharset)}, for text that is decoded already. The payload is left as it was written,
     * which is faster, unless there are comments or CDATA sections anywhere.
     */
    public static SoapMessage read(String document) {
        return read(
                document,
                document.contains("<!")
                        ? XmlDocuments::copy
                        : (cursor, scope) -> XmlDocuments.cutOut(cursor, document, scope));
    }

    /** How the payload is taken out of the envelope, at whose start the cursor stands. */
    private interface Taking {
        String payload(Cursor cursor, Map<String, String> scope);
    }

    private static SoapMessage read(String document, Taking taking) {
        try (Cursor cursor = new Cursor(document)) {
            StrictSoapReader pass = new StrictSoapReader(cursor);
            pass.expectBlock();
            QName operation = cursor.name();
            byte[] payload = taking.payload(cursor, pass.scope).getBytes(StandardCharsets.UTF_8);
            if (pass.nextInBody() == Cursor.START_ELEMENT) {
                throw cursor.refusal(XmlRefusal.Kind.WRONG_BODY, "The Body holds a second element.");
            }
            pass.close();
            return new SoapMessage(pass.version, pass.headers, operation, payload);
        }
    }

    /** As {@link #read(String)}, but the Body may hold several elements; each becomes a tree. */
    public static SoapBlocks readBlocks(String document) {
        try (Cursor cursor = new Cursor(document)) {
            StrictSoapReader pass = new StrictSoapReader(cursor);
            pass.expectBlock();
            List<XmlElement> blocks = new ArrayList<>();
            do {
                blocks.add(XmlElement.read(cursor));
            } while (pass.nextInBody() == Cursor.START_ELEMENT);
            pass.close();
            return new SoapBlocks(pass.version, pass.headers, blocks);
        }
    }

    private SoapVersion openEnvelope() {
        cursor.nextTag(XmlRefusal.Kind.NOT_WELL_FORMED, "the prolog");
        QName root = cursor.name();
        SoapVersion found = SoapVersion.ofNamespace(root.getNamespaceURI())
                .filter(version -> root.getLocalPart().equals("Envelope"))
                .orElseThrow(() -> cursor.refusal(
                        XmlRefusal.Kind.NOT_SOAP, "The root is " + root + ", not the Envelope of SOAP 1.1 or 1.2."));
        XmlDocuments.collect(cursor.reader(), scope);
        return found;
    }

    private void openBody() {
        int event = nextInEnvelope();
        if (event == Cursor.START_ELEMENT && cursor.isAt(version.namespace(), "Header")) {
            while (cursor.nextTag(XmlRefusal.Kind.NOT_SOAP, "the Header") == Cursor.START_ELEMENT) {
                headers.add(header());
            }
            event = nextInEnvelope();
        }
        if (event != Cursor.START_ELEMENT || !cursor.isAt(version.namespace(), "Body")) {
            throw cursor.refusal(XmlRefusal.Kind.NOT_SOAP, "The Envelope has no Body where it must stand.");
        }
        XmlDocuments.collect(cursor.reader(), scope);
    }

    private HeaderBlock header() {
        if (cursor.name().getNamespaceURI().isEmpty()) {
            throw cursor.refusal(
                    XmlRefusal.Kind.NOT_SOAP,
                    "The header block " + cursor.name().getLocalPart() + " is in no namespace.");
        }
        return HeaderBlock.of(version, XmlElement.read(cursor));
    }

    private void expectBlock() {
        if (nextInBody() != Cursor.START_ELEMENT) {
            throw cursor.refusal(XmlRefusal.Kind.WRONG_BODY, "The Body is empty.");
        }
    }

    private void close() {
        if (nextInEnvelope() != Cursor.END_ELEMENT) {
            throw cursor.refusal(XmlRefusal.Kind.NOT_SOAP, "An element stands after the Body.");
        }
        XmlDocuments.expectEnd(cursor);
    }

    private int nextInEnvelope() {
        return cursor.nextTag(XmlRefusal.Kind.NOT_SOAP, "the Envelope");
    }

    private int nextInBody() {
        return cursor.nextTag(XmlRefusal.Kind.WRONG_BODY, "the Body");
    }
}
