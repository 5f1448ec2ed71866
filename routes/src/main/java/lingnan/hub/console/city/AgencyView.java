package lingnan.hub.console.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Agency;
import lingnan.hub.kernel.AgencyCode;

/**
 * An agency's page.
 *
 * @param stands whether it stands on the page's day
 * @param names those that it has had, newest first
 * @param shares the subjects that it provides
 * @param asks what it may ask for, by who provides it
 * @param programmes those that it is a member of, and whether it leads them
 */
record AgencyView(
        CityDay.Named agency,
        boolean stands,
        String organisationCode,
        String line,
        String connections,
        String hours,
        boolean daily,
        int records,
        String systems,
        CityDay.Cited basis,
        List<Name> names,
        List<Name> predecessors,
        List<Name> successors,
        List<SubjectsPage.Row> shares,
        List<Asked> asks,
        int asked,
        List<Membership> programmes) {

    /** A name and its days. */
    record Name(CityDay.Named agency, String from, String until, CityDay.Cited basis) {}

    /** What it may ask one provider for. */
    record Asked(CityDay.Named provider, List<GrantRow> grants) {}

    /** A programme that it works in. */
    record Membership(CityDay.Named programme, boolean lead) {}

    static AgencyView of(CityDay day, Agency agency) {
        Words words = day.words();
        List<GrantRow> grants = GrantRow.of(
                day,
                day.grants().stream()
                        .filter(grant -> grant.consumer().equals(agency.code()))
                        .toList());
        Map<CityDay.Named, List<GrantRow>> byProvider = grants.stream()
                .collect(Collectors.groupingBy(GrantRow::provider, LinkedHashMap::new, Collectors.toList()));
        return new AgencyView(
                day.named(agency),
                agency.isValidOn(day.on()),
                Optional.ofNullable(agency.organisationCode()).orElse(""),
                words.say("line." + agency.line()),
                words.list("connection", agency.share().connections()),
                words.hours(agency.openingHours()),
                agency.share().daily(),
                agency.share().recordsPerDay(),
                String.join(", ", agency.subsystems()),
                day.basis(agency.basis()),
                new Periods(day.city())
                        .of(agency.code()).stream()
                                .map(period -> name(day, period))
                                .toList(),
                others(day, agency.lineage().predecessors()),
                others(day, agency.lineage().successors()),
                shares(day, agency),
                byProvider.entrySet().stream()
                        .map(entry -> new Asked(entry.getKey(), entry.getValue()))
                        .sorted((one, two) ->
                                one.provider().code().compareTo(two.provider().code()))
                        .toList(),
                (int) grants.stream()
                        .filter(grant -> grant.state() == GrantState.IN_FORCE)
                        .map(GrantRow::subject)
                        .distinct()
                        .count(),
                day.programmes().stream()
                        .filter(programme -> programme.members().contains(agency.code()))
                        .map(programme -> new Membership(
                                day.named(programme), programme.lead().equals(agency.code())))
                        .toList());
    }

    private static List<Name> others(CityDay day, List<AgencyCode> codes) {
        return codes.stream()
                .flatMap(code -> day.city().agency(code).stream())
                .map(body -> name(day, body))
                .toList();
    }

    private static Name name(CityDay day, Agency period) {
        return new Name(
                day.named(period),
                period.validFrom().toString(),
                Optional.ofNullable(period.validTo()).map(Object::toString).orElse(""),
                day.basis(period.basis()));
    }

    private static List<SubjectsPage.Row> shares(CityDay day, Agency agency) {
        return day.subjects().stream()
                .filter(subject -> day.provider(subject).equals(agency.code()))
                .map(subject -> SubjectsPage.row(day, subject))
                .toList();
    }
}
