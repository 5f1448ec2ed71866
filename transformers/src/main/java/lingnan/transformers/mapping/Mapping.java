package lingnan.transformers.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lingnan.transformers.xml.XmlDocuments;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;

/**
 * A compiled XSLT 3.0 stylesheet from one document to another, UTF-8 in and out. Immutable and thread-safe. It sees its
 * document and its parameters and nothing else; what it may import is {@code lingnan.xsl}. Its output is bounded; its
 * time is bounded only by the size of its input, so stylesheets are reviewed before they go live.
 */
public final class Mapping {

    private static final int MAX_OUTPUT = 64 * 1024 * 1024;

    private final String file;
    private final XsltExecutable executable;

    private Mapping(String file, XsltExecutable executable) {
        this.file = file;
        this.executable = executable;
    }

    /** @throws MappingRefusal if the file cannot be read or compiled; names file and line */
    public static Mapping compile(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return compile(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new MappingRefusal(name, 0, "The file cannot be read.");
        }
    }

    /**
     * @param file the name to report mistakes by
     * @throws MappingRefusal if it does not compile or would reach outside
     */
    public static Mapping compile(String file, byte[] stylesheet) {
        return new Mapping(file, Stylesheets.compile(file, stylesheet));
    }

    /** The names of the stylesheet's parameters, for checks before it goes live. */
    public List<String> parameters() {
        return executable.getGlobalParameters().keySet().stream()
                .map(QName::getLocalName)
                .sorted()
                .toList();
    }

    public byte[] apply(byte[] document) {
        return apply(document, Map.of());
    }

    /**
     * @param parameters values for the stylesheet's {@code xsl:param}s, cast to the types declared there
     * @throws MappingRefusal if the stylesheet fails on this document, or says so with {@code xsl:message terminate}
     */
    public byte[] apply(byte[] document, Map<String, String> parameters) {
        List<XmlProcessingError> errors = new ArrayList<>();
        List<String> told = new ArrayList<>();
        BoundedOutput out = new BoundedOutput(MAX_OUTPUT, document.length);
        Xslt30Transformer transformer = executable.load30();
        transformer.setErrorReporter(error -> {
            if (!error.isWarning()) {
                errors.add(error);
            }
        });
        transformer.setMessageHandler(message -> {
            if (message.isTerminate()) {
                told.add(message.getStringValue());
            }
        });
        transformer.setResultDocumentHandler(uri -> {
            throw new MappingRefusal(file, 0, "A mapping writes one document only.");
        });
        try {
            transformer.setStylesheetParameters(values(parameters));
            transformer.transform(Stylesheets.source(file, XmlDocuments.text(document)), serializer(transformer, out));
        } catch (SaxonApiException e) {
            throw refusal(e, errors, told, out);
        }
        if (out.size() == 0) {
            throw new MappingRefusal(file, 0, "The mapping made nothing of the document.");
        }
        return out.toByteArray();
    }

    private MappingRefusal refusal(
            SaxonApiException e, List<XmlProcessingError> errors, List<String> told, BoundedOutput out) {
        int line = Math.max(0, e.getLineNumber());
        if (out.isFull()) {
            return new MappingRefusal(
                    file, line, "The mapping makes more than " + MAX_OUTPUT + " bytes of the document.");
        }
        return told.isEmpty() ? Stylesheets.refusal(file, errors, e) : new MappingRefusal(file, line, told.get(0));
    }

    private static Map<QName, XdmAtomicValue> values(Map<String, String> parameters) throws SaxonApiException {
        Map<QName, XdmAtomicValue> values = new HashMap<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            values.put(
                    new QName(parameter.getKey()), new XdmAtomicValue(parameter.getValue(), ItemType.UNTYPED_ATOMIC));
        }
        return values;
    }

    private static Serializer serializer(Xslt30Transformer transformer, BoundedOutput out) {
        Serializer serializer = transformer.newSerializer(out);
        serializer.setOutputProperty(Serializer.Property.METHOD, "xml");
        serializer.setOutputProperty(Serializer.Property.ENCODING, StandardCharsets.UTF_8.name());
        serializer.setOutputProperty(Serializer.Property.OMIT_XML_DECLARATION, "yes");
        serializer.setOutputProperty(Serializer.Property.INDENT, "no");
        return serializer;
    }
}
