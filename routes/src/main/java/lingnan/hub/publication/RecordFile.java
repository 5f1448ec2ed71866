package lingnan.hub.publication;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lingnan.transformers.charset.MessageCharset;
import lingnan.transformers.xml.HardenedXml;
import lingnan.transformers.xml.XmlOutput;
import org.jspecify.annotations.Nullable;

/**
 * One load file, {@code <records xmlns="urn:lingnan:gz:SUBJECT:VERSION" asOf="…">}, read record by record in the
 * character set that its byte order mark or its XML declaration says.
 */
final class RecordFile implements AutoCloseable {

    private static final int LONGEST_DECLARATION = 256;
    private static final String ROOT = "records";

    private final DigestInputStream bytes;
    private final XMLStreamReader reader;
    private final QName root;
    private final Optional<String> asOf;

    private RecordFile(DigestInputStream bytes, XMLStreamReader reader) {
        this.bytes = bytes;
        this.reader = reader;
        this.root = reader.getName();
        this.asOf = Optional.ofNullable(reader.getAttributeValue(null, "asOf"));
    }

    /**
     * At its root.
     *
     * @throws lingnan.transformers.charset.CharsetRefusal if its character set is none that the hub reads
     */
    static RecordFile open(Path file) throws IOException, XMLStreamException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            DigestInputStream bytes = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            in.mark(LONGEST_DECLARATION);
            byte[] start = in.readNBytes(LONGEST_DECLARATION);
            in.reset();
            XMLStreamReader reader =
                    HardenedXml.streamingReader(MessageCharset.of(null, start).reader(bytes));
            reader.nextTag();
            return new RecordFile(bytes, reader);
        } catch (NoSuchAlgorithmException missing) {
            in.close();
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            in.close();
            throw unreadable;
        }
    }

    /**
     * A record of the file, not yet validated.
     *
     * @param answer an answer of this record alone, in the canonical form; each field stands on a line of its own
     * @param lines where in the file each line of the answer stands
     */
    record Row(byte[] answer, List<Integer> lines) {

        /** The element {@code record}, in the default namespace of what it will stand in. */
        byte[] content(String namespace) {
            int prolog = start(namespace).getBytes(StandardCharsets.UTF_8).length;
            byte[] content = new byte[answer.length - prolog - "</QueryResponse>".length()];
            System.arraycopy(answer, prolog, content, 0, content.length);
            return content;
        }

        private static String start(String namespace) {
            return "<QueryResponse xmlns=\"" + namespace + "\">";
        }
    }

    boolean isOf(String namespace) {
        return root.getLocalPart().equals(ROOT) && root.getNamespaceURI().equals(namespace);
    }

    String namespace() {
        return root.getNamespaceURI();
    }

    Optional<String> asOf() {
        return asOf;
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** The next one; null at the end of the file. */
    @Nullable
    Row next() throws XMLStreamException {
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                return copy();
            }
        }
        return null;
    }

    private Row copy() throws XMLStreamException {
        XmlOutput out = new XmlOutput();
        List<Integer> lines = new ArrayList<>();
        lines.add(line());
        out.start(new QName(root.getNamespaceURI(), "QueryResponse"));
        start(out);
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    if (depth == 1) {
                        out.text("\n");
                        lines.add(line());
                    }
                    start(out);
                    depth++;
                }
                case XMLStreamReader.END_ELEMENT -> {
                    depth--;
                    if (depth == 0) {
                        out.text("\n");
                        lines.add(line());
                    }
                    out.end();
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text(out, depth);
                default -> {
                    // Comments and processing instructions say nothing of a record.
                }
            }
        }
        return new Row(out.end().toString().getBytes(StandardCharsets.UTF_8), lines);
    }

    /** Between the fields the canonical form has its own line ends. */
    private void text(XmlOutput out, int depth) {
        if (depth > 1 || !reader.isWhiteSpace()) {
            out.text(reader.getText());
        }
    }

    private void start(XmlOutput out) {
        out.start(new QName(reader.getNamespaceURI(), reader.getLocalName()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            out.attribute(reader.getAttributeName(i), reader.getAttributeValue(i));
        }
    }

    /** The SHA-256 of the whole file, in hexadecimal; to be asked for at its end. */
    String digest() throws IOException {
        bytes.transferTo(java.io.OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException unclosed) {
            throw new IOException(unclosed);
        } finally {
            bytes.close();
        }
    }
}
