package lingnan.city.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;

/**
 * Where a question goes, and as whom.
 *
 * @param credentials user and password with a colon between; empty for none
 */
record Target(URI address, Sample sample, String credentials) {

    Target(URI address, Sample sample) {
        this(address, sample, "");
    }

    Template template() {
        String authorization = credentials.isEmpty()
                ? ""
                : "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)) + "\r\n";
        String head = "POST " + address.getRawPath() + " HTTP/1.1\r\n"
                + "Host: " + address.getRawAuthority() + "\r\n"
                + "Content-Type: text/xml; charset=utf-8\r\n"
                + "SOAPAction: \"urn:lingnan:gz:" + sample.subject() + ":1#Query\"\r\n"
                + authorization;
        return new Template(head, sample.question());
    }
}
