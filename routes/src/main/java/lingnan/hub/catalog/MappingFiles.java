package lingnan.hub.catalog;

import java.util.Optional;

/** A subject's {@code mappings/}: {@code request.xsl} and {@code answer.xsl}, or neither if its provider is canonical. */
record MappingFiles(String operation, Optional<XsltMapping> request, Optional<XsltMapping> answer)
        implements SubjectMappings {

    @Override
    public byte[] toProvider(byte[] query) {
        return request.map(mapping -> mapping.apply(query)).orElse(query);
    }

    @Override
    public byte[] fromProvider(byte[] answer) {
        return this.answer.map(mapping -> mapping.apply(answer)).orElse(answer);
    }
}
