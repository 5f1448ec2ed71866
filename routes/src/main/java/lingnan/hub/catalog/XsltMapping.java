package lingnan.hub.catalog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;

/** temporary until lingnan.transformers.mapping arrives. */
final class XsltMapping {
    private static final Processor PROCESSOR = new Processor(false);
    private final XsltExecutable executable;

    private XsltMapping(XsltExecutable executable) {
        this.executable = executable;
    }

    static XsltMapping compile(Path file) {
        try {
            return new XsltMapping(PROCESSOR.newXsltCompiler().compile(new StreamSource(file.toFile())));
        } catch (SaxonApiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    byte[] apply(byte[] document) {
        try {
            Xslt30Transformer transformer = executable.load30();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformer.transform(new StreamSource(new ByteArrayInputStream(document)), PROCESSOR.newSerializer(out));
            return out.toByteArray();
        } catch (SaxonApiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
