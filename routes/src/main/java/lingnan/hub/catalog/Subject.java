package lingnan.hub.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;

/**
 * What one agency shares. Structure, labels, keys and sensitivity come from its XSD; the rest from {@code subject.yaml}.
 *
 * @param formerProvider who provided it before the provider stood; null if the provider always did
 * @param sharingBasis the rule that the sharing class rests on; null if it needs none
 * @param extended the subject whose every field this one has too; null if it extends none
 * @param fields in the order of the schema
 */
public record Subject(
        SubjectCode code,
        int version,
        Label name,
        AgencyCode provider,
        @Nullable AgencyCode formerProvider,
        String providerSubsystem,
        Offer offer,
        Sharing sharing,
        @Nullable Label sharingBasis,
        Agency.Basis basis,
        boolean aboutPersons,
        @Nullable SubjectCode extended,
        Days days,
        List<Field> fields,
        SubjectSchema schema,
        SubjectMappings mappings) {

    /** The days on which new queries may use this version; open if it has no last one. */
    public record Days(LocalDate from, @Nullable LocalDate to) {

        public boolean include(LocalDate day) {
            return new Validity(from, to).contains(day);
        }
    }

    /** Where an answer comes from: the provider when asked, its front-end exchange tables, or its latest state at the hub. */
    public enum Answered {
        LIVE,
        FRONT_END,
        STORE
    }

    /** How often its content changes at the provider. */
    public enum Cycle {
        EVENT,
        DAILY,
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        TERM,
        YEARLY
    }

    /**
     * How a subject is to be had.
     *
     * @param connections the ways it takes from provider to hub
     * @param batch whether it may be given standing, whole or in daily batches, and not for a question at hand only
     * @param retention how long what passed of it is kept
     */
    public record Offer(
            Answered answered, Set<Agency.Connection> connections, Cycle cycle, boolean batch, Period retention) {}

    /** How freely a subject is shared (three classes of the rules of 2016 and after). */
    public enum Sharing {
        UNCONDITIONAL,
        CONDITIONAL,
        NONE
    }

    /**
     * One field of a subject's record.
     *
     * @param element its type in the city's data-element dictionary
     * @param key whether a query may ask by it
     * @param person whether its value identifies a natural person
     * @param withheldExcept the only agencies that may be granted it; empty if it is open to all, an empty set if to none
     */
    public record Field(
            String name,
            Label label,
            String element,
            boolean key,
            boolean person,
            Sensitivity sensitivity,
            Optional<Set<AgencyCode>> withheldExcept) {

        public boolean isOpenTo(AgencyCode consumer) {
            return withheldExcept.map(few -> few.contains(consumer)).orElse(true);
        }
    }

    /** How carefully a field is treated: shown to all grantees, to named ones, masked on screens. */
    public enum Sensitivity {
        PUBLIC,
        INTERNAL,
        PERSONAL
    }

    public List<Field> keys() {
        return fields.stream().filter(Field::key).toList();
    }

    /** The namespace of the subject's elements, {@code urn:lingnan:gz:<CODE>:<version>}. */
    public String namespace() {
        return "urn:lingnan:gz:" + code + ":" + version;
    }
}
