package lingnan.hub.console.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Subject;

/**
 * A subject's page.
 *
 * @param providers who provides it and who did before, newest first
 * @param extended the subject whose every field this one has too, or none
 */
record SubjectView(
        CityDay.Named subject,
        int version,
        String namespace,
        boolean aboutPersons,
        String sharing,
        String sharingCode,
        String sharingBasis,
        String answered,
        String answeredMeans,
        String cycle,
        String connections,
        boolean batch,
        String retention,
        CityDay.Cited basis,
        String from,
        String until,
        List<Provided> providers,
        Optional<CityDay.Named> extended,
        List<CityDay.Named> programmes,
        List<FieldRow> fields,
        List<GrantRow> grants,
        int consumers) {

    /** @param until its last day as the provider, or empty if it still is */
    record Provided(CityDay.Named agency, String from, String until) {}

    /** @param withheld to whom the field is open although it is withheld from others; empty if it is open to all */
    record FieldRow(
            String name,
            String label,
            String other,
            String element,
            boolean key,
            boolean person,
            String sensitivity,
            String sensitivityCode,
            String withheld) {}

    static SubjectView of(CityDay day, Subject subject) {
        Words words = day.words();
        List<GrantRow> grants = GrantRow.of(
                day,
                day.grants().stream()
                        .filter(grant -> grant.subject().equals(subject.code()))
                        .toList());
        return new SubjectView(
                day.named(subject),
                subject.version(),
                subject.namespace(),
                subject.aboutPersons(),
                words.say("sharing", subject.sharing()),
                SubjectFilter.code(subject.sharing()),
                Optional.ofNullable(subject.sharingBasis()).map(words::in).orElse(""),
                words.say("answered", subject.offer().answered()),
                words.say("answered.means", subject.offer().answered()),
                words.say("cycle", subject.offer().cycle()),
                words.list("connection", subject.offer().connections()),
                subject.offer().batch(),
                words.say("years", subject.offer().retention().getYears()),
                day.basis(subject.basis()),
                subject.days().from().toString(),
                Optional.ofNullable(subject.days().to()).map(Object::toString).orElse(""),
                providers(day, subject),
                Optional.ofNullable(subject.extended()).flatMap(day::subject).map(day::named),
                day.programmes(subject.code()).stream().map(day::named).toList(),
                subject.fields().stream().map(field -> field(day, field)).toList(),
                grants,
                day.consumers(subject.code()));
    }

    /** Each name under which it was provided, with its days: a renamed provider has several. */
    private static List<Provided> providers(CityDay day, Subject subject) {
        Periods periods = new Periods(day.city());
        List<Agency> agencies = new ArrayList<>(periods.of(subject.provider()));
        if (subject.formerProvider() != null) {
            agencies.addAll(periods.of(subject.formerProvider()));
        }
        return agencies.stream()
                .filter(agency -> agency.validTo() == null
                        || !agency.validTo().isBefore(subject.days().from()))
                .map(agency -> new Provided(
                        day.named(agency),
                        (agency.validFrom().isBefore(subject.days().from())
                                        ? subject.days().from()
                                        : agency.validFrom())
                                .toString(),
                        Optional.ofNullable(agency.validTo())
                                .map(Object::toString)
                                .orElse("")))
                .toList();
    }

    private static FieldRow field(CityDay day, Subject.Field field) {
        Words words = day.words();
        return new FieldRow(
                field.name(),
                words.in(field.label()),
                words.other(field.label()),
                field.element(),
                field.key(),
                field.person(),
                words.say("sensitivity", field.sensitivity()),
                SubjectFilter.code(field.sensitivity()),
                field.withheldExcept()
                        .map(few -> few.isEmpty()
                                ? words.say("withheld.all")
                                : words.say(
                                        "withheld.except",
                                        words.list(few.stream()
                                                .sorted()
                                                .map(code -> day.named(code).name())
                                                .toList())))
                        .orElse(""));
    }
}
