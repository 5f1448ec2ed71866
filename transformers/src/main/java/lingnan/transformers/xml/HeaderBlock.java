package lingnan.transformers.xml;

import org.jspecify.annotations.Nullable;

/**
 * One block of a SOAP header.
 *
 * @param mustUnderstand whether the sender insists; who does not know the block must then refuse the message
 * @param role the actor (1.1) or role (1.2) that it is meant for; null for the one who receives the message
 */
public record HeaderBlock(
        XmlElement element,
        boolean mustUnderstand,
        @Nullable String role) {

    static HeaderBlock of(SoapVersion version, XmlElement element) {
        String must =
                element.attribute(version.name("mustUnderstand")).orElse("0").strip();
        String role = element.attribute(version.name(version.roleAttribute())).orElse(null);
        return new HeaderBlock(element, must.equals("1") || must.equals("true"), role);
    }
}
