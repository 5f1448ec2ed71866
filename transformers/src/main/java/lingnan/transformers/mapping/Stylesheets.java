package lingnan.transformers.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.Source;
import javax.xml.transform.stax.StAXSource;
import lingnan.transformers.charset.MessageCharset;
import lingnan.transformers.mapping.MappingRefusal.Finding;
import lingnan.transformers.xml.HardenedXml;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;
import org.jspecify.annotations.Nullable;

/** Compiles stylesheets in one shared processor that can open nothing but the shared library. */
final class Stylesheets {

    /** What a mapping imports for the shared functions. */
    static final String LIBRARY = "lingnan.xsl";

    /** A scheme that nothing can open; it only gives stylesheets a base to name their file by. */
    private static final String SCHEME = "mapping:/";

    static final Processor PROCESSOR = processor();

    private static final String LIBRARY_TEXT = resource("xslt/" + LIBRARY);

    private Stylesheets() {}

    static XsltExecutable compile(String file, byte[] stylesheet) {
        String text = MessageCharset.of(null, stylesheet).decode(stylesheet);
        List<Finding> reachingOut = Shutters.inspect(file, text);
        if (!reachingOut.isEmpty()) {
            throw new MappingRefusal(reachingOut);
        }
        List<XmlProcessingError> errors = new ArrayList<>();
        XsltCompiler compiler = PROCESSOR.newXsltCompiler();
        compiler.setErrorReporter(error -> {
            if (!error.isWarning()) {
                errors.add(error);
            }
        });
        compiler.setResourceResolver(Stylesheets::library);
        compiler.setJustInTimeCompilation(false);
        try {
            return compiler.compile(source(file, text));
        } catch (SaxonApiException e) {
            throw refusal(file, errors, e);
        }
    }

    static Source source(String file, String document) {
        try {
            return new StAXSource(HardenedXml.reader(SCHEME + file, document));
        } catch (XMLStreamException e) {
            throw new MappingRefusal(file, 0, "The document is not well-formed.");
        }
    }

    static MappingRefusal refusal(String file, List<XmlProcessingError> errors, SaxonApiException e) {
        List<Finding> findings = new ArrayList<>();
        for (XmlProcessingError error : errors) {
            int line = Math.max(0, error.getLocation().getLineNumber());
            findings.add(new Finding(fileOf(error.getLocation().getSystemId(), file), line, words(error.getMessage())));
        }
        if (findings.isEmpty()) {
            findings.add(
                    new Finding(fileOf(e.getSystemId(), file), Math.max(0, e.getLineNumber()), words(e.getMessage())));
        }
        return new MappingRefusal(findings);
    }

    private static String fileOf(@Nullable String systemId, String otherwise) {
        return systemId == null || !systemId.startsWith(SCHEME) ? otherwise : systemId.substring(SCHEME.length());
    }

    private static String words(@Nullable String message) {
        String line = message == null ? "" : message.replaceAll("\\s+", " ").strip();
        line = line.replaceAll("(?:[a-z]\\w*\\.){2,}[A-Z]\\w*:? ?", "");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    private static Source library(ResourceRequest request) throws XPathException {
        String asked = request.relativeUri == null ? request.uri : request.relativeUri;
        if (LIBRARY.equals(asked)) {
            return source(LIBRARY, LIBRARY_TEXT);
        }
        throw new XPathException("A mapping can import " + LIBRARY + " only, not " + asked + ".");
    }

    private static Processor processor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        processor.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
        processor.setConfigurationProperty(Feature.COLLECTION_FINDER, (context, uri) -> {
            throw closed("collection()");
        });
        processor.setConfigurationProperty(Feature.UNPARSED_TEXT_URI_RESOLVER, (uri, encoding, configuration) -> {
            throw closed("unparsed-text()");
        });
        processor.getUnderlyingConfiguration().setResourceResolver(request -> {
            throw closed("doc()");
        });
        return processor;
    }

    private static XPathException closed(String what) {
        return new XPathException("A mapping reads nothing but its document: " + what + " is closed.");
    }

    private static String resource(String name) {
        try (InputStream in = Stylesheets.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class NoEnvironment implements EnvironmentVariableResolver {
        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public @Nullable String getEnvironmentVariable(String name) {
            return null;
        }
    }
}
