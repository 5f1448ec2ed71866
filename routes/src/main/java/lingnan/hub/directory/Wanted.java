package lingnan.hub.directory;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Programme;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import lingnan.transformers.charset.FullWidth;
import lingnan.wsdl.catalog.FindSubjects;

/** Whether a subject is among those that a search asks for: all that it names must fit. */
final class Wanted {

    private final Snapshot city;
    private final LocalDate day;
    private final Optional<Set<SubjectCode>> ofProgramme;
    private final Optional<String> agency;
    private final Optional<String> key;
    private final Optional<String> text;

    Wanted(Snapshot city, LocalDate day, FindSubjects asked) {
        this.city = city;
        this.day = day;
        this.ofProgramme = Optional.ofNullable(asked.getProgramme()).map(code -> subjects(city, day, code));
        this.agency = Optional.ofNullable(asked.getAgency());
        this.key = Optional.ofNullable(asked.getKey());
        this.text = Optional.ofNullable(asked.getText()).map(Wanted::folded);
    }

    boolean includes(Subject subject) {
        return ofProgramme.map(codes -> codes.contains(subject.code())).orElse(true)
                && agency.map(code -> isProvidedBy(code, subject)).orElse(true)
                && key.map(name -> isAskedBy(name, subject)).orElse(true)
                && text.map(part -> names(subject, part)).orElse(true);
    }

    /** As texts are compared: full-width letters and digits as their narrow twins, all in lower case. */
    static String folded(String text) {
        return FullWidth.toHalfWidth(text).toLowerCase(Locale.ROOT);
    }

    static boolean names(Agency agency, String part) {
        return folded(agency.code().value()).contains(part) || names(agency.name(), part);
    }

    private boolean isProvidedBy(String code, Subject subject) {
        return city.provider(subject, day)
                .filter(provider -> provider.code().value().equals(code))
                .isPresent();
    }

    private static boolean isAskedBy(String name, Subject subject) {
        return subject.keys().stream()
                .anyMatch(field -> field.name().equals(name) || field.element().equals(name));
    }

    private static boolean names(Subject subject, String part) {
        return folded(subject.code().value()).contains(part)
                || names(subject.name(), part)
                || subject.fields().stream()
                        .anyMatch(field -> folded(field.name()).contains(part) || names(field.label(), part));
    }

    private static boolean names(Label label, String part) {
        return folded(label.zh()).contains(part) || folded(label.en()).contains(part);
    }

    private static Set<SubjectCode> subjects(Snapshot city, LocalDate day, String code) {
        return city.programmes().stream()
                .filter(programme -> programme.code().equals(code) && programme.isValidOn(day))
                .map(Programme::subjects)
                .flatMap(codes -> codes.stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
