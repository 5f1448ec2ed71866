package lingnan.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndentedTests {

    @Test
    void laysOutWhatWasAndWhatWasNot() {
        String laidOut = "<a>\n  <b>𠮷 䶮</b>\n  <c> </c>\n</a>";

        assertThat(Indented.of("<a><b>𠮷 䶮</b><c> </c></a>").strip()).isEqualTo(laidOut);
        assertThat(Indented.of("<a>\n\n     <b>𠮷 䶮</b>\r\n<c> </c>\n\t</a>").strip())
                .isEqualTo(laidOut);
    }

    @Test
    void leavesAloneWhatIsNoXml() {
        assertThat(Indented.of("<a>\n\n<b>")).isEqualTo("<a>\n\n<b>");
    }
}
