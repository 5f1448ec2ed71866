package lingnan.hub.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an HTTP Basic header holds (RFC 7617, in UTF-8). */
record BasicCredentials(String user, String password) {

    private static final String SCHEME = "basic ";
    private static final int LONGEST = 2048;

    /** @return empty if there is no such header or it is broken */
    static Optional<BasicCredentials> parse(@Nullable String header) {
        if (header == null
                || header.length() > LONGEST
                || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded))
                    .toString();
            int colon = text.indexOf(':');
            return colon <= 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    /** Never prints the password. */
    @Override
    public String toString() {
        return "BasicCredentials[" + user + "]";
    }
}
