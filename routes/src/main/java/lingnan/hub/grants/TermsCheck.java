package lingnan.hub.grants;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lingnan.hub.catalog.DivisionLimit;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.GrantRules;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.grants.GrantRequests.Problem;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.FaultCode;

/** What is wrong with terms that are asked for or given: the rules of the city's files, and those of asking. */
final class TermsCheck {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}]{0,500}");
    private static final Pattern CITIZEN_ID = Pattern.compile(
            "(?<!\\d)[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?!\\d)");
    private static final int MOST = 200;

    private final GrantRules rules;
    private final LocalDate today;

    TermsCheck(GrantRules rules, LocalDate today) {
        this.rules = rules;
        this.today = today;
    }

    /** @param others with which it must not overlap */
    List<Problem> of(Grant grant, Collection<Grant> others) {
        List<Problem> problems = new ArrayList<>();
        Stream.concat(rules.problems(grant).stream(), rules.overlap(grant, others).stream())
                .map(problem -> invalid(problem.what(), problem.remedy()))
                .forEach(problems::add);
        Set<String> codes = new HashSet<>();
        for (Grant.Purpose purpose : grant.purposes()) {
            if (!CODE.matcher(purpose.code()).matches() || !codes.add(purpose.code())) {
                problems.add(invalid("A purpose has no code or one that stands twice.", "Use codes like TAX-COMPARE."));
            }
            if (purpose.legalBasis().zh().isBlank()
                    || purpose.legalBasis().en().isBlank()
                    || isTooLong(purpose.legalBasis().zh())
                    || isTooLong(purpose.legalBasis().en())) {
                problems.add(invalid(
                        "The purpose " + purpose.code() + " has no legal basis in Chinese and English.",
                        "Name the law or rule that allows it, in a line of at most 500 characters each."));
            }
        }
        if (grant.purposes().size() > MOST || grant.divisions().size() > MOST) {
            problems.add(invalid("There are more than " + MOST + " purposes or divisions.", "Ask in parts."));
        }
        problems.addAll(days(grant));
        return problems;
    }

    private List<Problem> days(Grant grant) {
        LocalDate to = grant.validTo();
        if (to != null && to.isBefore(grant.validFrom())) {
            return List.of(invalid("The grant would end before it begins.", "Put its two days in order."));
        }
        if (grant.endedBefore(today)) {
            return List.of(invalid("The grant would have ended on " + to + ".", "Name a last day that is to come."));
        }
        return List.of();
    }

    static List<Problem> standing(Snapshot city, AgencyCode consumer, LocalDate today) {
        return city.agency(consumer, today).isEmpty() && city.agency(consumer).isPresent()
                ? List.of(invalid(consumer + " does not stand on " + today + ".", "Its successor asks in its place."))
                : List.of();
    }

    static List<Problem> purposes(GrantTerms.Narrower narrower, GrantTerms asked) {
        Set<String> wanted = narrower.purposes();
        boolean isWithin = wanted == null
                || asked.purposes().stream().map(Grant.Purpose::code).toList().containsAll(wanted);
        return isWithin ? List.of() : List.of(wider("purposes"));
    }

    /** @param given and asked for under one id */
    static List<Problem> narrower(Grant given, Grant asked) {
        List<Problem> problems = new ArrayList<>();
        beyond("keys", given.keys(), asked.keys(), problems);
        beyond("fields", given.fields(), asked.fields(), problems);
        if (!asked.divisions().isEmpty()) {
            DivisionLimit limit = DivisionLimit.of(asked.divisions());
            if (given.divisions().isEmpty() || !given.divisions().stream().allMatch(limit::covers)) {
                problems.add(wider("divisions"));
            }
        }
        LocalDate askedTo = asked.validTo();
        if (given.validFrom().isBefore(asked.validFrom())
                || askedTo != null
                        && (given.validTo() == null || given.validTo().isAfter(askedTo))) {
            problems.add(wider("days"));
        }
        if (given.standing() && !asked.standing()) {
            problems.add(wider("standing"));
        }
        if (!given.caseRequired() && asked.caseRequired()) {
            problems.add(wider("caseRequired"));
        }
        return problems;
    }

    private static void beyond(String part, Set<String> given, Set<String> asked, List<Problem> problems) {
        if (!asked.containsAll(given)) {
            problems.add(wider(part));
        }
    }

    private static Problem wider(String part) {
        return invalid(
                "More is given than was asked for: " + part + ".",
                "Give what was asked for or less; more is a new request.");
    }

    /** A reason is kept for ever, in one line, and so must name nobody. */
    static List<Problem> reason(String reason, boolean obligatory) {
        if (obligatory && reason.isBlank()) {
            return List.of(invalid("There is no reason.", "Say why, for those who asked and for those who audit."));
        }
        if (isTooLong(reason)) {
            return List.of(invalid("The reason is no line of at most 500 characters.", "Shorten it."));
        }
        if (CITIZEN_ID
                .matcher(Normalizer.normalize(reason, Normalizer.Form.NFKC))
                .find()) {
            return List.of(invalid("The reason names a citizen by id.", "It is kept for ever; say it without."));
        }
        return List.of();
    }

    private static boolean isTooLong(String text) {
        return !ONE_LINE.matcher(text).matches();
    }

    static Problem invalid(String what, String remedy) {
        return new Problem(FaultCode.GRANT_INVALID, what, remedy);
    }
}
