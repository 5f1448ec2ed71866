package lingnan.hub.catalog;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.SubjectCode;
import org.springframework.boot.convert.DurationStyle;

/**
 * The form that a value in a city file must have.
 *
 * @param expected completes the sentence "Write …"
 * @param placeholder stands in for a value that is missing or wrong, so that the rest of the file can still be read
 * @param parse throws IllegalArgumentException or DateTimeException if the text has not this form
 */
record Form<T>(String expected, T placeholder, Function<String, T> parse) {

    static final Form<String> TEXT = new Form<>("a text", "", Form::filled);
    static final Form<Boolean> YES_NO = new Form<>("true or false", false, Form::yesNo);
    static final Form<Integer> NUMBER = new Form<>("a whole number from 1 to 1000", 1, Form::number);
    static final Form<Integer> COUNT = new Form<>("a whole number from 1 to 100000000", 1, Form::count);
    static final Form<Period> YEARS = new Form<>("years from 1y to 100y, such as 20y", Period.ofYears(1), Form::years);
    static final Form<Integer> YEAR = new Form<>("a year from 1949 to 2100", 1949, Form::year);
    static final Form<LocalDate> DATE = new Form<>("a date such as 2009-11-10", LocalDate.EPOCH, LocalDate::parse);
    static final Form<LocalTime> TIME = new Form<>("a time from \"00:00\" to \"24:00\"", LocalTime.MIN, Form::time);
    static final Form<Duration> DURATION =
            new Form<>("a duration from 1ms to 10m, such as 8s", Duration.ZERO, Form::duration);
    static final Form<URI> URL =
            new Form<>("an address such as http://127.0.0.1:9101/path", URI.create("http://localhost/"), Form::url);
    /** Of a grant, a purpose, a programme or a measure. */
    static final Form<String> CODE = new Form<>("a code such as TAX-COMPARE", "", Form::code);

    static final Form<AgencyCode> AGENCY =
            new Form<>("an agency's code such as AIC", AgencyCode.of("UNKNOWN"), AgencyCode::of);
    static final Form<SubjectCode> SUBJECT =
            new Form<>("a subject's code such as AIC-ENT-REG", SubjectCode.of("UNKNOWN-SUBJECT"), SubjectCode::of);

    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}]+");

    static <E extends Enum<E>> Form<E> oneOf(Class<E> type, Function<String, String> constant) {
        E[] constants = type.getEnumConstants();
        String expected = "one of " + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        return new Form<>(expected, constants[0], text -> Enum.valueOf(type, constant.apply(text)));
    }

    static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
        return oneOf(type, Function.identity());
    }

    private static String filled(String text) {
        require(ONE_LINE.matcher(text).matches() && !text.isBlank());
        return text;
    }

    private static String code(String text) {
        require(text.matches("[A-Z0-9][A-Z0-9-]{0,39}"));
        return text;
    }

    private static boolean yesNo(String text) {
        require(text.equals("true") || text.equals("false"));
        return text.equals("true");
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        require(number >= 1 && number <= 1000);
        return number;
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        require(count >= 1 && count <= 100_000_000);
        return count;
    }

    private static Period years(String text) {
        require(text.matches("[1-9][0-9]?y|100y"));
        return Period.ofYears(Integer.parseInt(text.substring(0, text.length() - 1)));
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        require(year >= 1949 && year <= 2100);
        return year;
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MAX : LocalTime.parse(text);
    }

    private static Duration duration(String text) {
        require(text.matches("[0-9]+(ms|s|m)"));
        Duration duration = DurationStyle.SIMPLE.parse(text);
        require(duration.toMillis() >= 1 && duration.compareTo(Duration.ofMinutes(10)) <= 0);
        return duration;
    }

    private static URI url(String text) {
        URI uri = URI.create(text);
        require(("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getFragment() == null);
        return uri;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
