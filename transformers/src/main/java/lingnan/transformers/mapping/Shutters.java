package lingnan.transformers.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lingnan.transformers.mapping.MappingRefusal.Finding;
import lingnan.transformers.xml.HardenedXml;

/**
 * Finds in a stylesheet's text what would reach out of it: functions that read files, network, clock or environment,
 * instructions that write elsewhere or run text as code. Any call of a function must spell its name before a
 * parenthesis or {@code #}, so looking at the text of all attributes and text nodes misses none; dynamic ways to a name
 * (function-lookup, evaluate, shadow attributes) are refused themselves.
 */
final class Shutters {

    private static final String XSLT = "http://www.w3.org/1999/XSL/Transform";

    private static final Pattern FUNCTION = Pattern.compile("(?<![\\w.-])(doc|document|doc-available|json-doc"
            + "|unparsed-text|unparsed-text-lines|unparsed-text-available|collection|uri-collection"
            + "|environment-variable|available-environment-variables|system-property"
            + "|current-dateTime|current-date|current-time|implicit-timezone|stream-available"
            + "|transform|function-lookup|load-xquery-module|random-number-generator|trace)\\s*(?:\\(|#)");

    private static final Set<String> INSTRUCTIONS =
            Set.of("result-document", "evaluate", "source-document", "stream", "import-schema", "use-package");

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private Shutters(String file) {
        this.file = file;
    }

    static List<Finding> inspect(String file, String stylesheet) {
        Shutters shutters = new Shutters(file);
        try {
            XMLStreamReader reader = HardenedXml.reader(stylesheet);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    shutters.element(reader);
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    shutters.text(reader, reader.getText());
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            shutters.findings.add(new Finding(file, line, "The stylesheet is not well-formed: " + what));
        }
        return shutters.findings;
    }

    private void element(XMLStreamReader reader) {
        boolean instruction = XSLT.equals(reader.getNamespaceURI());
        if (instruction && INSTRUCTIONS.contains(reader.getLocalName())) {
            add(reader, "xsl:" + reader.getLocalName() + " is not allowed in a mapping.");
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String namespace = String.valueOf(reader.getNamespaceURI(i));
            if (namespace.startsWith("java:") || namespace.startsWith("http://saxon.sf.net/")) {
                add(reader, "Extension functions (" + namespace + ") are not allowed in a mapping.");
            }
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            if (instruction && name.startsWith("_")) {
                add(reader, "The shadow attribute " + name + " is not allowed in a mapping.");
            }
            if (instruction && (name.equals("doctype-system") || name.equals("doctype-public"))) {
                add(reader, "A mapping's output has no document type (" + name + ").");
            }
            text(reader, reader.getAttributeValue(i));
        }
    }

    private void text(XMLStreamReader reader, String text) {
        Matcher matcher = FUNCTION.matcher(text);
        while (matcher.find()) {
            add(reader, "The function " + matcher.group(1) + "() is not allowed in a mapping: it reaches outside.");
        }
    }

    private void add(XMLStreamReader reader, String what) {
        findings.add(new Finding(file, reader.getLocation().getLineNumber(), what));
    }
}
