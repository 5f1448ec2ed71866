package lingnan.hub.console.body;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Hides what identifies a natural person: the person keys of the message wherever they stand, everything that has the
 * form of a citizen id (GB 11643, 18 or 15 characters with a possible date of birth), of which the first six and the last
 * two characters stay, and the values of the fields that the subject's schema calls personal.
 */
public final class Mask {

    /** Hides nothing: for whoever may see persons' data in full. */
    public static final Mask NONE = new Mask(List.of(), Fields.NONE, false);

    private static final Pattern CITIZEN_ID =
            Pattern.compile("(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9A-Za-z])");
    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 2;
    private static final int FULL_LENGTH = 18;
    private static final String HIDDEN = "*";

    /** Elements that say how a call went, not what it was about, and stand in no namespace. */
    private static final Set<String> FAULT_PARTS = Set.of("faultcode", "faultstring", "faultactor");

    private static final List<String> HEADER_NAMESPACES =
            List.of("urn:lingnan:", "http://x-road.eu/", "http://schemas.xmlsoap.org/", "http://www.w3.org/");

    private final List<String> persons;
    private final Fields fields;
    private final boolean active;

    private Mask(List<String> persons, Fields fields, boolean active) {
        this.persons = persons;
        this.fields = fields;
        this.active = active;
    }

    /**
     * The fields of a subject that are hidden by their name.
     *
     * @param namespace of the subject's elements
     * @param personal their local names
     * @param foreign whether values in a provider's own form are hidden too: there nobody can tell which are personal
     */
    public record Fields(String namespace, Set<String> personal, boolean foreign) {

        public static final Fields NONE = new Fields("", Set.of(), false);

        boolean contains(String elementNamespace, String element) {
            if (!namespace.isEmpty() && elementNamespace.equals(namespace)) {
                return personal.contains(element);
            }
            return foreign
                    && !FAULT_PARTS.contains(element)
                    && HEADER_NAMESPACES.stream().noneMatch(elementNamespace::startsWith);
        }
    }

    /** @param persons the values of the message's person keys */
    public static Mask of(Collection<String> persons) {
        return of(persons, Fields.NONE);
    }

    public static Mask of(Collection<String> persons, Fields fields) {
        return new Mask(
                persons.stream().filter(value -> !value.isBlank()).distinct().toList(), fields, true);
    }

    public boolean isActive() {
        return active;
    }

    /** A text in which persons may stand among other things. */
    public String text(String text) {
        if (!active) {
            return text;
        }
        String masked = text;
        for (String person : persons) {
            masked = masked.replace(person, hidden(person));
        }
        return CITIZEN_ID.matcher(masked).replaceAll(Mask::citizenId);
    }

    /** The text of an element without children. */
    String leaf(String namespace, String element, String text) {
        String known = text(text);
        boolean hide = active && known.equals(text) && !text.isBlank() && fields.contains(namespace, element);
        return hide ? shortened(text.strip()) : known;
    }

    /** A value that is a person's as a whole. */
    public String person(String value) {
        return active ? hidden(value) : value;
    }

    private static String citizenId(MatchResult found) {
        String value = found.group();
        return hasBirthDate(value) ? hidden(value) : value;
    }

    private static boolean hasBirthDate(String value) {
        String date = value.length() == FULL_LENGTH ? value.substring(6, 14) : "19" + value.substring(6, 12);
        int year = Integer.parseInt(date.substring(0, 4));
        try {
            LocalDate.of(year, Integer.parseInt(date.substring(4, 6)), Integer.parseInt(date.substring(6)));
            return year >= 1850 && year < 2100;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    private static String hidden(String value) {
        int length = value.codePointCount(0, value.length());
        if (length >= 15) {
            int tail = value.offsetByCodePoints(0, length - SHOWN_LAST);
            return value.substring(0, value.offsetByCodePoints(0, SHOWN_FIRST))
                    + HIDDEN.repeat(length - SHOWN_FIRST - SHOWN_LAST)
                    + value.substring(tail);
        }
        return shortened(value);
    }

    private static String shortened(String value) {
        int length = value.codePointCount(0, value.length());
        return length < 2 ? HIDDEN : value.substring(0, value.offsetByCodePoints(0, 1)) + HIDDEN.repeat(length - 1);
    }
}
