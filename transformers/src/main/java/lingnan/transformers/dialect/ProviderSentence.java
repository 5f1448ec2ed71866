package lingnan.transformers.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingnan.transformers.xml.SoapMessage;
import lingnan.transformers.xml.XmlElement;

/** What a provider's fault says to people: its own sentence without stack traces, class names and line breaks. */
final class ProviderSentence {

    private static final int LONGEST = 300;
    private static final String NONE = "The provider's system answered with an error and did not say why.";

    /** Whole lines that only programmers read, of Java and of .NET in English and Chinese. */
    private static final Pattern TRACE_LINE = Pattern.compile(
            "^\\s*(?:at|在)\\s+[\\w.$<>`\\[\\], ]+\\(.*|^\\s*\\.\\.\\. \\d+ (?:more|common frames).*|^\\s*---.*---\\s*$");

    private static final Pattern INLINE_TRACE = Pattern.compile(
            "\\s(?:at|在)\\s+[\\w$]+(?:\\.[\\w$<>`]+)+\\([^)]*\\)(?:\\s+(?:in|位置)\\s+\\S+(?:\\s*\\d+)?)?");
    private static final Pattern CAUSE = Pattern.compile("Caused by:|nested exception is:?|-+>");
    private static final Pattern CLASS = Pattern.compile(
            "(?<![\\w.@/:])(?:[A-Za-z_][\\w$]*\\.){2,}[A-Z][\\w$]*:?|(?<![\\w])(?:[A-Za-z_][\\w$]*\\.)*(?:[A-Z][\\w$]*(?:Exception|Error|Throwable)\\b:?|Exception:)");

    private ProviderSentence() {}

    static String of(SoapMessage fault) {
        return of(XmlElement.parse(new String(fault.payload(), StandardCharsets.UTF_8)));
    }

    /** @param fault a Fault element of either SOAP version */
    static String of(XmlElement fault) {
        return fault.child("faultstring")
                .or(() -> fault.child("Reason").flatMap(reason -> reason.child("Text")))
                .map(XmlElement::text)
                .flatMap(ProviderSentence::clean)
                .orElse(NONE);
    }

    static String orNone(String text) {
        return clean(text).orElse(NONE);
    }

    /** One line of at most 300 characters; empty if nothing is left that a person could read. */
    static Optional<String> clean(String text) {
        String joined =
                text.lines().filter(line -> !TRACE_LINE.matcher(line).matches()).collect(Collectors.joining(" "));
        String words = INLINE_TRACE.matcher(joined).replaceAll(" ");
        words = CAUSE.matcher(words).replaceAll(" ");
        words = CLASS.matcher(words).replaceAll(" ");
        words = words.replaceAll("[\\s\\p{Cntrl}]+", " ").replaceAll("^[\\s:;,]+|[\\s:;,]+$", "");
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(words.codePointCount(0, words.length()) <= LONGEST ? words : cut(words));
    }

    private static String cut(String words) {
        return words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
