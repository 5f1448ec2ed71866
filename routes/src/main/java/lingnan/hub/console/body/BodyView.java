package lingnan.hub.console.body;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingnan.hub.messagelog.Body;
import org.jspecify.annotations.Nullable;

/**
 * One body as the page shows it.
 *
 * @param charset by which it was read
 * @param laidOut whether it is XML in lines; else the lines are the text as it came
 * @param broken whether some bytes are no text in this character set
 * @param cut whether only its beginning is shown
 * @param hex its first bytes; empty if persons are masked
 */
public record BodyView(
        String role,
        String contentType,
        String charset,
        int size,
        List<Line> lines,
        boolean laidOut,
        boolean broken,
        boolean cut,
        List<String> hex) {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)");
    private static final int MOST_BYTES = 256 * 1024;
    private static final int HEX_BYTES = 512;
    private static final int HEX_ROW = 16;

    public static BodyView of(Body body, Mask mask) {
        byte[] bytes = body.bytes();
        boolean cut = bytes.length > MOST_BYTES;
        Charset charset = charset(body);
        String text = decode(bytes, Math.min(bytes.length, MOST_BYTES), charset, CodingErrorAction.REPLACE);
        Optional<List<Line>> xml = cut ? Optional.empty() : PrettyXml.of(bytes, charset.name(), mask);
        return new BodyView(
                body.role().name().toLowerCase(Locale.ROOT),
                body.contentType(),
                charset.name(),
                bytes.length,
                xml.orElseGet(() -> plain(text, mask)),
                xml.isPresent(),
                !isText(bytes, charset),
                cut,
                mask.isActive() ? List.of() : hex(bytes, charset));
    }

    /** What the content type says, else what the document declares, else UTF-8. */
    static Charset charset(Body body) {
        Matcher said = CHARSET.matcher(body.contentType());
        String beginning = decode(
                body.bytes(),
                Math.min(body.bytes().length, 200),
                StandardCharsets.ISO_8859_1,
                CodingErrorAction.REPLACE);
        Matcher declared = DECLARED.matcher(beginning);
        String name = said.find() ? said.group(1) : declared.find() ? declared.group(1) : "UTF-8";
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean isText(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    private static String decode(byte[] bytes, int length, Charset charset, CodingErrorAction action) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(action)
                    .onUnmappableCharacter(action)
                    .decode(ByteBuffer.wrap(bytes, 0, length));
            return text.toString();
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException("A decoder that replaces refused.", impossible);
        }
    }

    private static List<Line> plain(String text, Mask mask) {
        return text.lines()
                .map(line -> new Line(0, List.of(new Line.Token(Line.Kind.TEXT, mask.text(line)))))
                .toList();
    }

    private static List<String> hex(byte[] bytes, @Nullable Charset charset) {
        int shown = Math.min(bytes.length, HEX_BYTES);
        List<String> rows = new ArrayList<>();
        for (int at = 0; at < shown; at += HEX_ROW) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%06x ", at));
            for (int i = at; i < Math.min(at + HEX_ROW, shown); i++) {
                row.append(String.format(Locale.ROOT, " %02x", bytes[i]));
            }
            rows.add(row.toString());
        }
        return rows;
    }
}
