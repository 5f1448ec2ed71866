package lingnan.transformers.charset;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the character set of an XML message as RFC 7303 (section 3) says: a byte order mark decides; without one the
 * charset parameter of the Content-Type, whatever the XML declaration says; without both the XML declaration; UTF-8
 * otherwise. {@code text/xml} has no default of its own.
 */
public final class MessageCharset {

    private static final int LONGEST_DECLARATION = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private MessageCharset() {}

    /**
     * @param contentType the header as received; null or unreadable counts as without charset
     * @throws CharsetRefusal if the character set is not allowed or contradicts the bytes
     */
    public static WireCharset of(@Nullable String contentType, byte[] body) {
        return of(contentType, body, WireCharset.UTF_8);
    }

    /** @param silent what to take where the message says nothing; RFC 7303 says UTF-8, an agency's habits may differ */
    public static WireCharset of(@Nullable String contentType, byte[] body, WireCharset silent) {
        Optional<WireCharset> marked = byteOrderMark(body);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<String> parameter = Optional.ofNullable(contentType)
                .flatMap(ContentType::parse)
                .map(type -> type.parameters().get("charset"));
        if (parameter.isPresent()) {
            return ofParameter(parameter.get(), body);
        }
        return byBytes(body).orElseGet(() -> ofDeclaration(body, silent));
    }

    private static Optional<WireCharset> byteOrderMark(byte[] body) {
        if (startsWith(body, 0xFF, 0xFE, 0, 0) || startsWith(body, 0, 0, 0xFE, 0xFF)) {
            throw unsupported("UTF-32");
        }
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(WireCharset.UTF_8);
        }
        if (startsWith(body, 0xFE, 0xFF)) {
            return Optional.of(WireCharset.UTF_16BE);
        }
        return startsWith(body, 0xFF, 0xFE) ? Optional.of(WireCharset.UTF_16LE) : Optional.empty();
    }

    private static WireCharset ofParameter(String label, byte[] body) {
        WireCharset charset = WireCharset.of(label).orElseThrow(() -> unsupported(label));
        return charset == WireCharset.UTF_16 ? byBytes(body).orElse(charset) : charset;
    }

    /** UTF-16 without a mark shows itself by the zero byte beside the first character of the markup. */
    private static Optional<WireCharset> byBytes(byte[] body) {
        if (startsWith(body, 0, '<')) {
            return Optional.of(WireCharset.UTF_16BE);
        }
        return startsWith(body, '<', 0) ? Optional.of(WireCharset.UTF_16LE) : Optional.empty();
    }

    private static WireCharset ofDeclaration(byte[] body, WireCharset silent) {
        int length = Math.min(body.length, LONGEST_DECLARATION);
        Matcher matcher = ENCODING.matcher(new String(body, 0, length, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            return silent;
        }
        String label = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        WireCharset charset = WireCharset.of(label).orElseThrow(() -> unsupported(label));
        if (charset == WireCharset.UTF_16 || charset == WireCharset.UTF_16BE || charset == WireCharset.UTF_16LE) {
            throw new CharsetRefusal(
                    CharsetRefusal.Kind.CONFLICT, "The XML declaration says UTF-16, but the bytes are not UTF-16.");
        }
        return charset;
    }

    private static boolean startsWith(byte[] body, int... start) {
        if (body.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((body[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static CharsetRefusal unsupported(String label) {
        String shown = label.length() > 40 ? label.substring(0, 40) + "…" : label;
        return new CharsetRefusal(
                CharsetRefusal.Kind.UNSUPPORTED,
                "The character set " + shown + " is not supported; use UTF-8, UTF-16, GBK or GB18030.");
    }
}
