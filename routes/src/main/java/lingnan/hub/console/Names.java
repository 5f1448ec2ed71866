package lingnan.hub.console;

import java.util.Locale;
import java.util.Optional;
import lingnan.hub.catalog.Agency;
import lingnan.hub.catalog.Catalog;
import lingnan.hub.kernel.AgencyCode;
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

    /** @param subsystem such as {@code GZ/GOV/AIC/ENT}; shown as it stands if no agency of the catalogue has it */
    String agency(String subsystem, Locale locale) {
        String[] parts = subsystem.split("/", -1);
        String code = parts.length >= 3 ? parts[2] : subsystem;
        try {
            return catalog.current()
                    .agency(AgencyCode.of(code))
                    .map(Agency::name)
                    .map(name -> in(locale, name))
                    .orElse(subsystem);
        } catch (IllegalArgumentException noCode) {
            return subsystem;
        }
    }

    String subject(String code, Locale locale) {
        try {
            return catalog.current()
                    .subject(SubjectCode.of(code), clock.today())
                    .map(subject -> in(locale, subject.name()))
                    .orElse(code);
        } catch (IllegalArgumentException noCode) {
            return code;
        }
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
            case "accepted", "calling", "deferred", "in_doubt", "" -> Tone.WAITING;
            case "refused", "refusals_counted" -> Tone.REFUSED;
            case "failed" -> Tone.FAILED;
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
