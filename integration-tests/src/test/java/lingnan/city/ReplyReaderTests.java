package lingnan.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTests {

    private static Reply read(int status, String payload) throws IOException {
        return ReplyReader.read(
                status, Optional.empty(), envelope("http://schemas.xmlsoap.org/soap/envelope/", payload));
    }

    private static byte[] envelope(String namespace, String payload) {
        return ("<s:Envelope xmlns:s=\"" + namespace + "\"><s:Body>" + payload + "</s:Body></s:Envelope>")
                .getBytes(UTF_8);
    }

    @Test
    void tellsRecordsAndWhatWasWithheld() throws IOException {
        Reply reply = read(200, """
                <QueryResponse xmlns="urn:x"><record><name>广州𠮷䶮</name><status/></record>
                <withheld>legalRepresentativeId</withheld></QueryResponse>""");

        assertThat(reply.field("name")).isEqualTo("广州𠮷䶮");
        assertThat(reply.withheld()).containsExactly("legalRepresentativeId");
        assertThat(reply.fault()).isEmpty();
        assertThat(reply.isReceipt()).isFalse();
    }

    @Test
    void tellsAReceiptWithItsMessage() throws IOException {
        Reply reply =
                read(200, "<QueryResponse xmlns=\"urn:x\"><receipt messageId=\"m1\" position=\"7\"/></QueryResponse>");

        assertThat(reply.isReceipt()).isTrue();
        assertThat(reply.messageId()).hasValue("m1");
        assertThat(reply.records()).isEmpty();
    }

    @Test
    void tellsTheHubsOwnCodeOfAFault() throws IOException {
        Reply reply = read(500, """
                <s:Fault><faultcode>s:Client</faultcode><faultstring>没有有效的授权</faultstring><detail>
                <h:fault xmlns:h="urn:lingnan:hub:1"><h:code>access_denied</h:code><h:messageId>m2</h:messageId></h:fault>
                </detail></s:Fault>""");

        assertThat(reply.fault()).get().extracting(Reply.Fault::code).isEqualTo("access_denied");
        assertThat(reply.messageId()).hasValue("m2");
        assertThatThrownBy(() -> reply.field("name")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void fallsBackToTheSoapCodeOfAnotherStacksFault() throws IOException {
        Reply reply = read(500, "<s:Fault><faultcode>s:Server</faultcode><faultstring>x</faultstring></s:Fault>");

        assertThat(reply.fault()).get().extracting(Reply.Fault::code).isEqualTo("s:Server");
    }

    @Test
    void prefersTheMessageIdOfTheHttpHeader() throws IOException {
        byte[] answer = envelope("http://www.w3.org/2003/05/soap-envelope", "<QueryResponse xmlns=\"urn:x\"/>");

        assertThat(ReplyReader.read(200, Optional.of("m3"), answer).messageId()).hasValue("m3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>login</body></html>", "<s:Envelope xmlns:s=\"urn:other\"/>"})
    void doesNotTakeForAnAnswerWhatIsNotSoap(String body) {
        assertThatThrownBy(() -> ReplyReader.read(200, Optional.empty(), body.getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("HTTP 200");
    }
}
