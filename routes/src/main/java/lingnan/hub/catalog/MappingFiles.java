package lingnan.hub.catalog;

import java.util.Optional;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.transformers.mapping.Mapping;
import lingnan.transformers.mapping.MappingRefusal;

/** A subject's {@code mappings/}: {@code request.xsl} and {@code answer.xsl}, or neither if its provider is canonical. */
record MappingFiles(String operation, Optional<Mapping> request, Optional<Mapping> answer) implements SubjectMappings {

    @Override
    public byte[] toProvider(byte[] query) {
        try {
            return request.map(mapping -> mapping.apply(query)).orElse(query);
        } catch (MappingRefusal refused) {
            throw new HubFault(
                    FaultCode.INTERNAL_ERROR, "The query could not be put into the provider's form.", refused);
        }
    }

    @Override
    public byte[] fromProvider(byte[] answer) {
        try {
            return this.answer.map(mapping -> mapping.apply(answer)).orElse(answer);
        } catch (MappingRefusal refused) {
            throw new HubFault(
                    FaultCode.PROVIDER_INVALID_ANSWER,
                    "The provider's answer could not be put into canonical form.",
                    refused);
        }
    }
}
