package lingnan.transformers.charset;

/**
 * The restricted mapping of full-width forms: U+FF01–U+FF5E to ASCII and the ideographic space to a space. Not NFKC,
 * which would also rewrite ㎡, ① and ½.
 */
public final class FullWidth {

    private static final int SHIFT = '！' - '!';

    private FullWidth() {}

    public static String toHalfWidth(String text) {
        int first = 0;
        while (first < text.length() && !isFullWidth(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder half = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            half.append(c == '\u3000' ? ' ' : isFullWidth(c) ? (char) (c - SHIFT) : c);
        }
        return half.toString();
    }

    private static boolean isFullWidth(char c) {
        return c == '\u3000' || (c >= '\uFF01' && c <= '\uFF5E');
    }
}
