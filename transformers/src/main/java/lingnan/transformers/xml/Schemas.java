package lingnan.transformers.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;

/** Compiles XSDs with the JDK's own factory, shut off from files and network: what a schema imports is handed in. */
public final class Schemas {

    /** A scheme that nothing on the machine can open; it only lets the resolver's own answers through. */
    private static final String SCHEME = "lingnan";

    private Schemas() {}

    /**
     * Compiles a schema.
     *
     * @param name of the main document, for error positions
     * @param imports the documents that it imports or includes, by their schemaLocation as written (or by the last
     *     segment of it)
     * @throws SAXException if it is no valid schema, or names a document that is not handed in; a
     *     {@link SAXParseException} carries the place
     */
    public static Schema compile(String name, byte[] document, Function<String, Optional<byte[]>> imports)
            throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, SCHEME);
        factory.setErrorHandler(new Strict());
        factory.setResourceResolver(new Imports(imports));
        StreamSource source = new StreamSource(new ByteArrayInputStream(document), SCHEME + ":" + name);
        try {
            return factory.newSchema(source);
        } catch (UnknownImport e) {
            throw new SAXException(e.getMessage());
        }
    }

    /** A validator that fetches nothing and throws at the first error unless given another error handler. */
    public static Validator validator(Schema schema) {
        Validator validator = schema.newValidator();
        try {
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            throw new IllegalStateException("The JDK's validator lost its access properties", e);
        }
        validator.setErrorHandler(new Strict());
        return validator;
    }

    /** The same for a stream of SAX events, to validate in the pass that reads. */
    public static ValidatorHandler validatorHandler(Schema schema) {
        ValidatorHandler handler = schema.newValidatorHandler();
        try {
            handler.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            handler.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        } catch (SAXNotRecognizedException | SAXNotSupportedException e) {
            throw new IllegalStateException("The JDK's validator lost its access properties", e);
        }
        handler.setErrorHandler(new Strict());
        return handler;
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {
            // A schema's warnings (a duplicate import, say) do not change what it means.
        }

        @Override
        public void error(SAXParseException error) throws SAXParseException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXParseException {
            throw error;
        }
    }

    private record Imports(Function<String, Optional<byte[]>> documents) implements LSResourceResolver {
        @Override
        public LSInput resolveResource(
                String type,
                @Nullable String namespace,
                @Nullable String publicId,
                @Nullable String systemId,
                @Nullable String base) {
            String location = systemId == null ? "" : systemId;
            byte[] document = documents
                    .apply(location)
                    .or(() -> documents.apply(location.substring(location.lastIndexOf('/') + 1)))
                    .orElseThrow(() -> new UnknownImport(location, namespace));
            return new Import(document, location);
        }
    }

    /** The resolver's interface allows no checked exception. */
    private static final class UnknownImport extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownImport(String location, @Nullable String namespace) {
            super("The schema names \"" + location + "\" (namespace " + namespace
                    + "), which is not among its imports.");
        }
    }

    private record Import(byte[] document, String location) implements LSInput {
        @Override
        public @Nullable Reader getCharacterStream() {
            return null;
        }

        @Override
        public void setCharacterStream(Reader characterStream) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream getByteStream() {
            return new ByteArrayInputStream(document);
        }

        @Override
        public void setByteStream(InputStream byteStream) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String getStringData() {
            return null;
        }

        @Override
        public void setStringData(String stringData) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getSystemId() {
            return SCHEME + ":" + location;
        }

        @Override
        public void setSystemId(String systemId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String getPublicId() {
            return null;
        }

        @Override
        public void setPublicId(String publicId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String getBaseURI() {
            return null;
        }

        @Override
        public void setBaseURI(String baseUri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable String getEncoding() {
            return null;
        }

        @Override
        public void setEncoding(String encoding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCertifiedText(boolean certifiedText) {
            throw new UnsupportedOperationException();
        }
    }
}
