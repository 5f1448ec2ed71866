package lingnan.hub.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestTests {

    /** The examples of FIPS 180-4's companion, "abc". */
    @Test
    void digestsAsTheStandardsExamples() {
        assertThat(hex(Digest.SHA_256.of("abc".getBytes(UTF_8))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(hex(Digest.SHA_512.of("abc".getBytes(UTF_8))))
                .startsWith("ddaf35a193617abacc417349ae204131")
                .hasSize(128);
    }

    @Test
    void takesPartsAsOneText() {
        byte[] whole = Digest.SHA_256.of("广州市𠮷祥".getBytes(UTF_8));
        assertThat(Digest.SHA_256.of("广州市".getBytes(UTF_8), "𠮷祥".getBytes(UTF_8)))
                .isEqualTo(whole);
        assertThat(Digest.SHA_256.of("广州市𠮷祥".getBytes(UTF_8))).isEqualTo(whole);
    }

    /** Test case 2 of RFC 4231. */
    @Test
    void authenticatesAsTheStandardsExample() {
        KeyedDigest jefe = new KeyedDigest("Jefe".getBytes(UTF_8));
        for (int i = 0; i < 2; i++) {
            assertThat(hex(jefe.of("what do ya want ".getBytes(UTF_8), "for nothing?".getBytes(UTF_8))))
                    .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
