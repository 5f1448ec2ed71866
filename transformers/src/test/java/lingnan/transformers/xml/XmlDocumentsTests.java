package lingnan.transformers.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDocumentsTests {

    @Test
    void makesAPayloadOfTextWhosePrologLies() {
        assertThat(XmlDocuments.payload("<?xml version=\"1.0\" encoding=\"GBK\"?>\n<!-- c --><r>𠮷</r>\n"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("<r>𠮷</r>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<a/><b/>", "<a/>x", "<!DOCTYPE a><a/>", "<a>&x;</a>", "<a", "<?pi?><a/>"})
    void refusesWhatIsNoPayload(String document) {
        assertThatThrownBy(() -> XmlDocuments.payload(document)).isInstanceOf(XmlRefusal.class);
        assertThatThrownBy(() -> XmlElement.parse(document)).isInstanceOf(XmlRefusal.class);
    }

    @Test
    void namesTheRoot() {
        assertThat(XmlDocuments.rootName("<a:b xmlns:a='urn:a'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new QName("urn:a", "b"));
    }

    @Test
    void writesATreeAsItWasRead() {
        String document = "<a xmlns=\"urn:a\" x=\"1\"><b xmlns=\"\">t</b><p:c xmlns:p=\"urn:p\" p:d=\"&lt;\"/></a>";

        assertThat(XmlElement.parse(document).toDocument())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(document);
    }
}
