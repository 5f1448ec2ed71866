package lingnan.hub.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.HubFault;
import lingnan.hub.kernel.MessageId;
import lingnan.transformers.charset.CharsetRefusal;
import lingnan.transformers.charset.ContentType;
import lingnan.transformers.xml.SoapVersion;

/** An HTTP request at the edge and what can be said of it without reading its body. */
record Request(MessageId message, HttpServletRequest http, Address address) {

    String contentType() {
        String header = http.getContentType();
        return header == null ? "" : header;
    }

    boolean isForWsdl() {
        String query = http.getQueryString();
        if (query == null || !http.getMethod().equals("GET") || http.getContentLengthLong() > 0) {
            return false;
        }
        String first = query.split("[&=]", 2)[0].toLowerCase(Locale.ROOT);
        return first.equals("wsdl") || first.equals("xsd");
    }

    void requirePost() {
        if (!http.getMethod().equals("POST")) {
            throw new HubFault(FaultCode.UNSUPPORTED_METHOD, http.getMethod() + " without ?wsdl");
        }
    }

    void requireSoap() {
        String type = mediaType().orElse("none");
        if (!type.equals(SoapVersion.SOAP_11.mediaType()) && !type.equals(SoapVersion.SOAP_12.mediaType())) {
            throw new HubFault(FaultCode.UNSUPPORTED_CONTENT_TYPE, "Content-Type " + type);
        }
    }

    /** @param contracts the names of the hub's own services */
    boolean namesService(Set<String> contracts) {
        return address.subject().isPresent()
                || address.contract().filter(contracts::contains).isPresent();
    }

    void requireService(Set<String> contracts) {
        if (!namesService(contracts)) {
            throw new HubFault(FaultCode.UNKNOWN_SERVICE, http.getRequestURI());
        }
    }

    /** The version in which to answer before the envelope is read. */
    SoapVersion soap() {
        return mediaType().filter(SoapVersion.SOAP_12.mediaType()::equals).isPresent()
                ? SoapVersion.SOAP_12
                : SoapVersion.SOAP_11;
    }

    private Optional<String> mediaType() {
        try {
            return ContentType.parse(contentType()).map(ContentType::mediaType);
        } catch (CharsetRefusal contradictory) {
            return Optional.empty();
        }
    }
}
