package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import lingnan.city.agency.Soap;

/** A caller of the hub: SOAP 1.1 over HTTP with a password. May be used by many threads. */
public final class HubClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final String authorization;

    public HubClient(URI base, String user, String password) {
        this.base = base;
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        this.authorization = "Basic " + credentials;
    }

    private HubClient(String authorization, URI base) {
        this.base = base;
        this.authorization = authorization;
    }

    /** The same caller at another hub. */
    public HubClient at(URI otherBase) {
        return new HubClient(authorization, otherBase);
    }

    /** @throws IOException if no answer came, or one that is not SOAP */
    public Reply query(Question question) throws IOException {
        StringBuilder keys = new StringBuilder();
        question.keys().forEach((name, value) -> keys.append(Soap.element(name, value)));
        return send(question, "Query", keys.toString());
    }

    /** Fetches the answer to an earlier question that was asked asynchronously. */
    public Reply collect(Question question, String messageId) throws IOException {
        return send(question, "Collect", Soap.element("messageId", messageId));
    }

    /** Sends bytes as they are, for what a proper client would never send. */
    public HttpResponse<byte[]> post(String subject, String contentType, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("services/" + subject))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization)
                .header("Content-Type", contentType)
                .header("SOAPAction", "\"urn:lingnan:gz:" + subject + ":1#Query\"")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the hub", e);
        }
    }

    private Reply send(Question question, String operation, String content) throws IOException {
        byte[] envelope = envelope(question, operation, content).getBytes(UTF_8);
        HttpResponse<byte[]> response = post(question.subject(), "text/xml; charset=utf-8", envelope);
        return ReplyReader.read(response);
    }

    private static String envelope(Question question, String operation, String content) {
        StringBuilder headers = new StringBuilder();
        question.headers().forEach((name, value) -> headers.append("<h:" + name + " xmlns:h=\"urn:lingnan:hub:1\">")
                .append(Soap.escape(value))
                .append("</h:" + name + ">"));
        return "<soap:Envelope xmlns:soap=\"" + Soap.SOAP_11 + "\"><soap:Header>" + headers
                + "</soap:Header><soap:Body><" + operation + " xmlns=\"" + question.namespace() + "\">" + content
                + "</" + operation + "></soap:Body></soap:Envelope>";
    }
}
