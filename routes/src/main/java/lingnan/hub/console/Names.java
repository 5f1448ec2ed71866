package lingnan.hub.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lingnan.hub.catalog.AgencyNames;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.catalog.Grant;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.catalog.Subject;
import lingnan.hub.console.body.Mask;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.FaultCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.EntryKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the log's codes into words of the reader's language: agencies, subjects, outcomes, facts. */
@Component
final class Names {

    private final Catalog catalog;
    private final BusinessClock clock;
    private final MessageSource words;

    Names(Catalog catalog, BusinessClock clock, MessageSource words) {
        this.catalog = catalog;
        this.clock = clock;
        this.words = words;
    }

    /** How an outcome is to be read, and its colour on the page. */
    record Outcome(String code, String text, Tone tone) {}

    /** Good, waiting, refused or failed. */
    enum Tone {
        GOOD,
        WAITING,
        REFUSED,
        FAILED;

        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An agency as it was called then.
     *
     * @param subsystem such as {@code GZ/GOV/AIC/ENT}; shown as it stands if no agency of the catalogue has it
     * @param then the business time of the entry that names it
     */
    String agency(String subsystem, Instant then, Locale locale) {
        return AgencyNames.of(catalog.current())
                .at(subsystem, then)
                .map(name -> in(locale, name))
                .orElse(subsystem);
    }

    /** Its page as of that time; empty if the city knows no such agency. */
    String agencyPage(String subsystem, Instant then) {
        return AgencyNames.of(catalog.current())
                .at(subsystem, then)
                .filter(known -> subsystem.contains("/"))
                .map(known -> "/agencies/" + subsystem.split("/", -1)[2] + "?on=" + day(then))
                .orElse("");
    }

    /** Its page as of that time; empty if there was no such subject. */
    String subjectPage(String code, Instant then) {
        try {
            return catalog.current()
                    .subject(SubjectCode.of(code), day(then))
                    .map(known -> "/subjects/" + known.code() + "?on=" + day(then))
                    .orElse("");
        } catch (IllegalArgumentException noCode) {
            return "";
        }
    }

    private static LocalDate day(Instant then) {
        return LocalDate.ofInstant(then, BusinessClock.ZONE);
    }

    String subject(String code, Locale locale) {
        return find(code).map(subject -> in(locale, subject.name())).orElse(code);
    }

    /** Whom a question about a subject was meant for: what was refused had not been passed on to anybody. */
    String provider(String logged, String subject, Instant then) {
        return logged.isEmpty()
                ? find(subject).map(found -> provider(found, day(then))).orElse("")
                : logged;
    }

    private String provider(Subject subject, LocalDate day) {
        Snapshot city = catalog.current();
        return city.provider(subject, day)
                .filter(agency -> !agency.code().equals(subject.provider()))
                .map(former -> city.instance() + "/GOV/" + former.code())
                .orElseGet(() -> city.instance() + "/GOV/" + subject.provider() + "/" + subject.providerSubsystem());
    }

    /** The labels of fields whose names stand in a fact, apart by spaces. */
    String fields(String subject, String names, Locale locale) {
        Map<String, String> labels = find(subject).map(Subject::fields).orElse(List.of()).stream()
                .collect(Collectors.toMap(Subject.Field::name, field -> in(locale, field.label())));
        return Arrays.stream(names.split("[ ,]+"))
                .map(name -> labels.getOrDefault(name, name))
                .collect(Collectors.joining(word("list.comma", ", ", locale)));
    }

    /** A legal basis in the reader's language, as far as the grant that was used still says the same. */
    String legalBasis(String grant, String logged, Locale locale) {
        return catalog.current().grants().stream()
                .filter(candidate -> candidate.id().equals(grant))
                .flatMap(candidate -> candidate.purposes().stream())
                .map(Grant.Purpose::legalBasis)
                .filter(basis -> basis.toString().equals(logged))
                .findFirst()
                .map(basis -> in(locale, basis))
                .orElse(logged);
    }

    /** What a page hides of a subject by the sensitivity that its schema states. */
    Mask.Fields personal(String code) {
        return find(code)
                .map(subject -> {
                    List<Subject.Field> personal = subject.fields().stream()
                            .filter(field -> field.sensitivity() == Subject.Sensitivity.PERSONAL)
                            .toList();
                    boolean foreign = personal.stream().anyMatch(field -> !field.person());
                    Set<String> names =
                            personal.stream().map(Subject.Field::name).collect(Collectors.toUnmodifiableSet());
                    return new Mask.Fields(subject.namespace(), names, foreign);
                })
                .orElse(Mask.Fields.NONE);
    }

    private Optional<Subject> find(String code) {
        try {
            return catalog.current().subject(SubjectCode.of(code), clock.today());
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    /** Somebody who looked or acted, {@code console:NAME} or a subsystem, as a reader knows them. */
    String actor(String actor, Instant then, Locale locale) {
        if (actor.startsWith("console:")) {
            return actor.substring("console:".length());
        }
        return actor.contains("/") ? agency(actor, then, locale) : actor;
    }

    /** An outcome as an entry of a kind means it: a collection is not an answer, an undelivered push no provider's failure. */
    Outcome outcome(EntryKind kind, String code, Locale locale) {
        String prefix = "said." + kind.name().toLowerCase(Locale.ROOT) + ".";
        Outcome general = outcome(code, locale);
        String said = word(prefix + code, "", locale);
        if (!said.isEmpty()) {
            return new Outcome(code, said, code.equals("not_answered_yet") ? Tone.WAITING : general.tone());
        }
        String otherwise = word(prefix + "otherwise", "", locale);
        return otherwise.isEmpty() ? general : new Outcome(code, otherwise, Tone.FAILED);
    }

    Outcome outcome(String code, Locale locale) {
        Optional<FaultCode> fault = faultCode(code);
        if (fault.isPresent()) {
            boolean refused = fault.get().side() == FaultCode.Side.CALLER;
            Tone tone = refused ? Tone.REFUSED : fault.get() == FaultCode.IN_DOUBT ? Tone.WAITING : Tone.FAILED;
            return new Outcome(code, word("code." + code, in(locale, fault.get().sentence()), locale), tone);
        }
        String text = word("outcome." + code.toLowerCase(Locale.ROOT), code, locale);
        return new Outcome(code, text, tone(code));
    }

    private static Tone tone(String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "accepted",
                    "calling",
                    "deferred",
                    "in_doubt",
                    "grant_requested",
                    "grant_due",
                    "objection_filed",
                    "objection_more_needed",
                    "objection_added",
                    "objection_due",
                    "" -> Tone.WAITING;
            case "refused",
                    "refusals_counted",
                    "grant_refused",
                    "grant_withdrawn",
                    "grant_revoked",
                    "objection_rejected" -> Tone.REFUSED;
            case "failed", "grant_overdue", "objection_overdue" -> Tone.FAILED;
            default -> Tone.GOOD;
        };
    }

    String kind(EntryKind kind, Locale locale) {
        String code = kind.name().toLowerCase(Locale.ROOT);
        return word("kind." + code, code, locale);
    }

    String fact(String wireName, Locale locale) {
        return word("fact." + wireName, wireName, locale);
    }

    String word(String key, String otherwise, Locale locale) {
        String word = words.getMessage(key, null, otherwise, locale);
        return word == null ? otherwise : word;
    }

    /** The full sentence for a fault code, empty for anything else. */
    static String advice(String code, Locale locale) {
        return faultCode(code).map(fault -> in(locale, fault.sentence())).orElse("");
    }

    private static Optional<FaultCode> faultCode(String wireName) {
        for (FaultCode code : FaultCode.values()) {
            if (code.wireName().equals(wireName)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private static String in(Locale locale, Label label) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? label.en() : label.zh();
    }
}
