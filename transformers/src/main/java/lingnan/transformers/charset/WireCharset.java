package lingnan.transformers.charset;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A character set that agencies may use. What is declared GB2312 is read as GB18030, its superset, because systems of
 * the period wrote that label over GBK text; what is written as GB2312 keeps to GB2312, so that its reader can read it.
 */
public enum WireCharset {
    UTF_8("UTF-8", StandardCharsets.UTF_8, StandardCharsets.UTF_8, "utf8"),
    UTF_16("UTF-16", StandardCharsets.UTF_16, StandardCharsets.UTF_16, "utf16"),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE, StandardCharsets.UTF_16BE),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE, StandardCharsets.UTF_16LE),
    GBK("GBK", Charset.forName("GBK"), Charset.forName("GBK"), "x-gbk", "cp936", "ms936", "windows-936"),
    GB2312("GB2312", Charset.forName("GB18030"), Charset.forName("GB2312"), "gb_2312-80", "euc-cn", "gb-2312"),
    GB18030("GB18030", Charset.forName("GB18030"), Charset.forName("GB18030"), "gb-18030"),
    US_ASCII("US-ASCII", StandardCharsets.US_ASCII, StandardCharsets.US_ASCII, "ascii", "ansi_x3.4-1968");

    /** Java's GB2312 and GBK give the bytes of · and — to these two; a reference is read alike by all. */
    private static final String READ_DIFFERENTLY = "\u30FB\u2015";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String MARK = String.valueOf(BYTE_ORDER_MARK);
    private static final char REPLACEMENT = '\uFFFD';
    private static final Map<String, WireCharset> BY_LABEL = new HashMap<>();

    static {
        for (WireCharset charset : values()) {
            BY_LABEL.put(charset.label.toLowerCase(Locale.ROOT), charset);
            for (String alias : charset.aliases) {
                BY_LABEL.put(alias, charset);
            }
        }
    }

    private final String label;
    private final Charset reading;
    private final Charset writing;
    private final String[] aliases;

    WireCharset(String label, Charset reading, Charset writing, String... aliases) {
        this.label = label;
        this.reading = reading;
        this.writing = writing;
        this.aliases = aliases;
    }

    /** The character set of a label in any letter case; empty if it is not one that the hub allows. */
    public static Optional<WireCharset> of(String label) {
        return Optional.ofNullable(BY_LABEL.get(label.trim().toLowerCase(Locale.ROOT)));
    }

    /** The name for a Content-Type or an XML declaration. */
    public String label() {
        return label;
    }

    /**
     * Decodes all bytes, without their byte order mark.
     *
     * @throws CharsetRefusal of kind MALFORMED at the first byte sequence that does not exist in this character set
     */
    public String decode(byte[] bytes) {
        if (this == UTF_8) {
            // Java's own decoding is several times faster, and puts U+FFFD for what is broken: without one, nothing
            // was.
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) < 0) {
                return text.startsWith(MARK) ? text.substring(1) : text;
            }
        }
        return decodeStrictly(bytes);
    }

    private String decodeStrictly(byte[] bytes) {
        var decoder = reading.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        if (result.isError()) {
            throw new CharsetRefusal(
                    CharsetRefusal.Kind.MALFORMED,
                    "The bytes from offset " + in.position() + " are not " + label + "; the message says that it is.");
        }
        out.flip();
        if (out.hasRemaining() && out.get(0) == BYTE_ORDER_MARK) {
            out.get();
        }
        return out.toString();
    }

    /**
     * Decodes bytes as they come, with their byte order mark; fails with a
     * {@link java.nio.charset.CharacterCodingException} at what does not exist in this character set.
     */
    public Reader reader(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                reading.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /**
     * Encodes a well-formed XML document; a character that this set lacks becomes a character reference.
     *
     * @throws CharsetRefusal of kind NOT_ENCODABLE if such a character stands in a name, a comment or another place
     *     where XML allows no reference, or if half a surrogate pair stands anywhere
     */
    public byte[] encode(String document) {
        if (this == UTF_8 && !holdsHalfPair(document)) {
            return document.getBytes(StandardCharsets.UTF_8);
        }
        return CharacterReferences.encode(document, writing, label, this == GB2312 ? READ_DIFFERENTLY : "");
    }

    /** Half a pair must be refused, and Java's fast encoding would put a question mark for it. */
    private static boolean holdsHalfPair(String document) {
        for (int i = 0; i < document.length(); i++) {
            char c = document.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < document.length()
                    && Character.isLowSurrogate(document.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /** Whether every character of Unicode has a place in this set. */
    public boolean holdsUnicode() {
        return this != GBK && this != GB2312 && this != US_ASCII;
    }
}
