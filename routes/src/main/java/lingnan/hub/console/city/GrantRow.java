package lingnan.hub.console.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Subject;

/**
 * One grant as a page shows it: who may ask for what, on what basis, until when.
 *
 * @param keys the labels of the fields that may be asked by
 * @param fields the fields that an answer shows, in as few words as they can be said
 * @param divisions the divisions whose records it shows; empty if everywhere
 * @param until its last day, or that of its revocation; empty if it goes on
 */
record GrantRow(
        String id,
        CityDay.Named consumer,
        CityDay.Named provider,
        CityDay.Named subject,
        List<Purpose> purposes,
        String keys,
        String fields,
        String divisions,
        boolean standing,
        boolean caseRequired,
        String from,
        String until,
        GrantState state,
        CityDay.Cited basis) {

    /** Why, and which law or rule allows it. */
    record Purpose(String code, String legalBasis) {}

    static List<GrantRow> of(CityDay day, List<Grant> grants) {
        List<GrantRow> rows = new ArrayList<>();
        for (Grant grant : grants) {
            day.subject(grant.subject()).ifPresent(subject -> rows.add(of(day, grant, subject)));
        }
        return rows;
    }

    private static GrantRow of(CityDay day, Grant grant, Subject subject) {
        Words words = day.words();
        return new GrantRow(
                grant.id(),
                day.named(grant.consumer()),
                day.named(day.provider(subject)),
                day.named(subject),
                grant.purposes().stream()
                        .map(purpose -> new Purpose(purpose.code(), words.in(purpose.legalBasis())))
                        .toList(),
                words.list(labels(words, subject, grant.keys())),
                fields(words, subject, grant.fields()),
                words.list(day.city().divisions().stream()
                        .filter(division -> grant.divisions().contains(division.code()))
                        .map(division -> words.in(division.name()))
                        .toList()),
                grant.standing(),
                grant.caseRequired() || subject.aboutPersons(),
                grant.validFrom().toString(),
                day.end(grant).map(Object::toString).orElse(""),
                day.state(grant),
                day.basis(grant));
    }

    private static List<String> labels(Words words, Subject subject, Set<String> names) {
        return subject.fields().stream()
                .filter(field -> names.contains(field.name()))
                .map(field -> words.in(field.label()))
                .toList();
    }

    private static String fields(Words words, Subject subject, Set<String> granted) {
        List<String> hidden = subject.fields().stream()
                .filter(field -> !granted.contains(field.name()))
                .map(field -> words.in(field.label()))
                .toList();
        int all = subject.fields().size();
        if (hidden.isEmpty()) {
            return words.say("grant.fields.all", all);
        }
        return hidden.size() * 2 > all
                ? words.say("grant.fields.few", all, words.list(labels(words, subject, granted)))
                : words.say("grant.fields.but", all, words.list(hidden));
    }
}
