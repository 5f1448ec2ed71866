package lingnan.hub.catalog;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Turns a validator's errors into short sentences that name line and element, and never a value: what fails to fit may
 * still be a person's number. Only the error's key (XML Schema 1.0, appendix C) and the names in it are used, because
 * the rest of its text is in the machine's language.
 */
final class SchemaMistakes implements ErrorHandler {

    private static final int MOST = 3;
    private static final int LONGEST_NAME = 60;
    private static final Pattern EXPECTED = Pattern.compile("\\{([^{}]*)\\}'[^{}]*$");
    private static final Pattern NAME = Pattern.compile("(?:\":|^|, ?)([\\p{L}_][\\p{L}\\p{N}._-]*)");
    private static final Pattern QUOTED = Pattern.compile("'([\\p{L}_][\\p{L}\\p{N}._:-]*)'");

    private final Set<String> places = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable XMLStreamReader reader;

    void begin(XMLStreamReader next) {
        reader = next;
        places.clear();
        text.setLength(0);
    }

    Optional<String> sentence() {
        return places.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    @Override
    public void warning(SAXParseException warning) {
        // A schema's warning says nothing about the document.
    }

    /** One mistake comes as several errors at one place; the first says most. */
    @Override
    public void error(SAXParseException error) throws SAXException {
        XMLStreamReader at = reader;
        if (at == null) {
            throw error;
        }
        String place = "line " + at.getLocation().getLineNumber() + ", <" + bounded(at.getLocalName()) + ">";
        if (!places.add(place)) {
            return;
        }
        if (places.size() > MOST) {
            text.append("; …");
            throw error;
        }
        text.append(text.isEmpty() ? "" : "; ")
                .append(place)
                .append(": ")
                .append(say(String.valueOf(error.getMessage())));
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
        error(error);
        throw error;
    }

    static String bounded(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    private static String say(String message) {
        int colon = message.indexOf(':');
        String key = colon < 0 ? message : message.substring(0, colon);
        return switch (key) {
            case "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.g" ->
                "not expected here; expected: " + expected(message);
            case "cvc-complex-type.2.4.b", "cvc-complex-type.2.4.i" ->
                "incomplete; still expected: " + expected(message);
            case "cvc-complex-type.2.4.d",
                    "cvc-complex-type.2.4.e",
                    "cvc-complex-type.2.4.f",
                    "cvc-complex-type.2.4.h" -> "not expected here; nothing more may follow";
            case "cvc-complex-type.2.3", "cvc-complex-type.2.1", "cvc-complex-type.2.2", "cvc-type.3.1.2" ->
                "has text or elements where none may stand";
            case "cvc-complex-type.3.2.1", "cvc-complex-type.3.2.2", "cvc-type.3.1.1" ->
                "has an attribute that is not known";
            case "cvc-complex-type.4" -> "lacks an attribute" + lastQuoted(message);
            case "cvc-maxLength-valid" -> "is too long";
            case "cvc-minLength-valid" -> "is empty; leave out what is not known";
            case "cvc-enumeration-valid" -> "has none of the listed values";
            case "cvc-elt.3.1" -> "may not be nil; leave it out";
            case "cvc-attribute.3" -> "has an attribute of a wrong form";
            default -> "has a value that is not of its type";
        };
    }

    private static String expected(String message) {
        Matcher braces = EXPECTED.matcher(message);
        if (!braces.find()) {
            return "nothing more";
        }
        return NAME.matcher(braces.group(1))
                .results()
                .map(name -> name.group(1))
                .limit(20)
                .collect(Collectors.joining(", "));
    }

    private static String lastQuoted(String message) {
        Matcher quoted = QUOTED.matcher(message);
        return quoted.find() ? ": " + bounded(quoted.group(1)) : "";
    }
}
