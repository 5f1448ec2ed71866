package lingnan.transformers.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Encodes a document, writing {@code &#x…;} for what the character set lacks. */
final class CharacterReferences {

    /** No encoder of the allowed sets needs more for one character: a surrogate pair in GB18030 or UTF-16 with mark. */
    private static final int MARGIN = 16;

    private final String document;
    private final String label;
    private final String avoided;
    private final CharsetEncoder encoder;
    private final Place place = new Place();
    private ByteBuffer out;
    private int scanned;

    private CharacterReferences(String document, Charset charset, String label, String avoided) {
        this.document = document;
        this.label = label;
        this.avoided = avoided;
        this.encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.out = ByteBuffer.allocate((int) (document.length() * (double) encoder.averageBytesPerChar()) + MARGIN);
    }

    /** @param avoided characters that the set has, but that are written as references all the same */
    static byte[] encode(String document, Charset charset, String label, String avoided) {
        return new CharacterReferences(document, charset, label, avoided).encode();
    }

    private byte[] encode() {
        CharBuffer in = CharBuffer.wrap(document);
        while (true) {
            in.limit(nextAvoided(in.position()));
            CoderResult result = encoder.encode(in, out, in.limit() == document.length());
            if (result.isUnderflow()) {
                if (in.position() == document.length()) {
                    break;
                }
                if (in.hasRemaining()) {
                    throw refusal("Half a surrogate pair stands", in.position());
                }
                writeReference(in.limit(document.length()));
            } else if (result.isOverflow()) {
                grow();
            } else if (result.isMalformed()) {
                throw refusal("Half a surrogate pair stands", in.position());
            } else {
                writeReference(in);
            }
        }
        while (encoder.flush(out).isOverflow()) {
            grow();
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private int nextAvoided(int from) {
        int next = document.length();
        for (int i = 0; i < avoided.length(); i++) {
            int at = document.indexOf(avoided.charAt(i), from);
            next = at >= 0 ? Math.min(next, at) : next;
        }
        return next;
    }

    private void writeReference(CharBuffer in) {
        int at = in.position();
        for (; scanned < at; scanned++) {
            place.pass(document, scanned);
        }
        if (!place.allowsReference()) {
            throw refusal("A character that " + label + " lacks stands outside text and attribute values,", at);
        }
        int codePoint = document.codePointAt(at);
        String reference = "&#x" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + ";";
        byte[] bytes = reference.getBytes(StandardCharsets.US_ASCII);
        if (out.remaining() < bytes.length) {
            grow();
        }
        out.put(bytes);
        in.position(at + Character.charCount(codePoint));
    }

    private CharsetRefusal refusal(String what, int at) {
        return new CharsetRefusal(
                CharsetRefusal.Kind.NOT_ENCODABLE, what + " at character " + at + " of the document.");
    }

    private void grow() {
        out = ByteBuffer.allocate(out.capacity() * 2 + MARGIN).put(out.flip());
    }

    /** Where in the markup a scan stands. */
    private static final class Place {

        private enum State {
            TEXT,
            TAG,
            VALUE,
            SECTION
        }

        private State state = State.TEXT;
        private char quote;
        private String end = "";

        boolean allowsReference() {
            return state == State.TEXT || state == State.VALUE;
        }

        void pass(String document, int at) {
            char c = document.charAt(at);
            switch (state) {
                case TEXT -> {
                    if (c == '<') {
                        open(document, at);
                    }
                }
                case TAG -> {
                    if (c == '>') {
                        state = State.TEXT;
                    } else if (c == '"' || c == '\'') {
                        quote = c;
                        state = State.VALUE;
                    }
                }
                case VALUE -> {
                    if (c == quote) {
                        state = State.TAG;
                    }
                }
                case SECTION -> {
                    if (c == '>' && document.startsWith(end, at - end.length() + 1)) {
                        state = State.TEXT;
                    }
                }
            }
        }

        private void open(String document, int at) {
            state = State.SECTION;
            if (document.startsWith("<!--", at)) {
                end = "-->";
            } else if (document.startsWith("<![CDATA[", at)) {
                end = "]]>";
            } else if (document.startsWith("<?", at)) {
                end = "?>";
            } else {
                state = State.TAG;
            }
        }
    }
}
