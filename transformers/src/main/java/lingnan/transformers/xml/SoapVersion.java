package lingnan.transformers.xml;

import java.util.Optional;
import javax.xml.namespace.QName;
import lingnan.transformers.charset.WireCharset;

/** The two versions of SOAP that agencies speak. */
public enum SoapVersion {
    SOAP_11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml", "actor"),
    SOAP_12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml", "role");

    private static final String PREFIX = "soapenv";

    private final String namespace;
    private final String mediaType;
    private final String roleAttribute;

    SoapVersion(String namespace, String mediaType, String roleAttribute) {
        this.namespace = namespace;
        this.mediaType = mediaType;
        this.roleAttribute = roleAttribute;
    }

    static Optional<SoapVersion> ofNamespace(String namespace) {
        for (SoapVersion version : values()) {
            if (version.namespace.equals(namespace)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    public String namespace() {
        return namespace;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The Content-Type of an envelope of this version. */
    public String contentType(WireCharset charset) {
        return mediaType + "; charset=" + charset.label();
    }

    /** The name of an element or attribute of the envelope, with the hub's usual prefix. */
    public QName name(String localName) {
        return new QName(namespace, localName, PREFIX);
    }

    String roleAttribute() {
        return roleAttribute;
    }
}
