package lingnan.hub.console.city;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingnan.hub.catalog.Subject;

/**
 * What a reader looks for among the subjects; an empty criterion accepts all.
 *
 * @param text words that all stand in a subject's code, names or field labels, in any of both languages
 */
record SubjectFilter(String text, String agency, String programme, String sharing, String answered) {

    public boolean isEmpty() {
        return Stream.of(text, agency, programme, sharing, answered).allMatch(String::isEmpty);
    }

    boolean accepts(CityDay day, Subject subject) {
        return (agency.isEmpty() || agency.equals(day.provider(subject).value()))
                && (sharing.isEmpty() || sharing.equals(code(subject.sharing())))
                && (answered.isEmpty() || answered.equals(code(subject.offer().answered())))
                && (programme.isEmpty()
                        || day.programmes(subject.code()).stream()
                                .anyMatch(one -> one.code().equals(programme)))
                && says(subject);
    }

    private boolean says(Subject subject) {
        if (text.isEmpty()) {
            return true;
        }
        String said = Stream.concat(
                        Stream.of(
                                subject.code().value(),
                                subject.name().zh(),
                                subject.name().en()),
                        subject.fields().stream()
                                .flatMap(field -> Stream.of(
                                        field.name(),
                                        field.label().zh(),
                                        field.label().en())))
                .map(SubjectFilter::plain)
                .collect(Collectors.joining("\n"));
        return Arrays.stream(plain(text).split("\\s+")).allMatch(said::contains);
    }

    /** Full-width and half-width, capitals and small letters are the same to a reader. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
