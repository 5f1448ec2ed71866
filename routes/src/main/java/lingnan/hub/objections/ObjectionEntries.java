package lingnan.hub.objections;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import lingnan.hub.catalog.Snapshot;
import lingnan.hub.kernel.AgencyCode;
import lingnan.hub.kernel.BusinessClock;
import lingnan.hub.kernel.MessageId;
import lingnan.hub.kernel.SubjectCode;
import lingnan.hub.messagelog.Body;
import lingnan.hub.messagelog.Entry;
import lingnan.hub.messagelog.EntryKind;
import lingnan.hub.messagelog.Fact;
import lingnan.hub.messagelog.Key;
import lingnan.hub.messagelog.LoggedEntry;
import lingnan.hub.objections.Objections.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entries of an objection's life: who did what to which field as facts, for ever; values and words as a body and the
 * record's key as a key, where erasure reaches both.
 */
final class ObjectionEntries {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OPERATION = "Objection";

    private final Snapshot city;
    private final BusinessClock clock;

    ObjectionEntries(Snapshot city, BusinessClock clock) {
        this.city = city;
        this.clock = clock;
    }

    /** What is doubted, as it stands in a body. */
    private record Doubted(
            String interaction,
            String subject,
            String key,
            String keyValue,
            String field,
            String seen,
            String believed,
            String evidence) {

        static Doubted of(Doubt doubt) {
            return new Doubted(
                    doubt.interaction().toString(),
                    doubt.subject().value(),
                    doubt.key(),
                    doubt.keyValue(),
                    doubt.field(),
                    doubt.seen(),
                    doubt.believed(),
                    doubt.evidence());
        }

        Doubt doubt() {
            return new Doubt(
                    MessageId.parse(interaction),
                    SubjectCode.of(subject),
                    key,
                    keyValue,
                    field,
                    seen,
                    believed,
                    evidence);
        }
    }

    /** What somebody said, as it stands in a body. */
    private record Words(String text) {}

    Entry filed(Objection objection, Doubt doubt, boolean person, String actor) {
        Map<Fact, String> facts = facts(objection, actor);
        detail(facts, "answer due " + objection.answerBy().due() + " by " + objection.rule());
        List<Key> keys = keys(objection);
        keys.add(new Key(doubt.key(), doubt.keyValue(), person));
        return entry(EntryKind.OBJECTION_FILED, objection, facts, List.of(body(Doubted.of(doubt))), keys);
    }

    Entry said(EntryKind kind, Objection objection, String actor, String words) {
        return entry(kind, objection, facts(objection, actor), List.of(body(new Words(words))), keys(objection));
    }

    /** What a clock has to say, which nobody did. */
    Entry rung(EntryKind kind, Objection objection) {
        Map<Fact, String> facts = facts(objection, "hub");
        detail(facts, "the answer was due " + objection.answerBy().due());
        return entry(kind, objection, facts, List.of(), keys(objection));
    }

    Entry noticed(EntryKind kind, Objection objection, String notice, AgencyCode agency, String actor) {
        Map<Fact, String> facts = facts(objection, actor);
        detail(facts, notice + " to " + agency);
        List<Key> keys = keys(objection);
        keys.add(new Key("notice", notice, false));
        return entry(kind, objection, facts, List.of(), keys);
    }

    /** Of an answer. */
    static EntryKind kind(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> EntryKind.OBJECTION_ACCEPTED;
            case REJECTED -> EntryKind.OBJECTION_REJECTED;
            case MORE_NEEDED -> EntryKind.OBJECTION_MORE_NEEDED;
        };
    }

    /** What was objected to, out of its entry; empty if it was erased. */
    static Optional<Doubt> doubt(LoggedEntry filed) {
        return content(filed, Doubted.class).map(Doubted::doubt);
    }

    /** What was said, out of its entry. */
    static String words(LoggedEntry said) {
        return content(said, Words.class).map(Words::text).orElse("");
    }

    private Entry entry(
            EntryKind kind, Objection objection, Map<Fact, String> facts, List<Body> bodies, List<Key> keys) {
        return new Entry(kind, objection.message(), clock.now(), facts, bodies, keys);
    }

    private Map<Fact, String> facts(Objection objection, String actor) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.CLIENT, member(objector(objection, actor)));
        facts.put(
                Fact.PROVIDER,
                member(city.answersFor(objection.subject(), clock.today()).orElse(objection.provider())));
        facts.put(Fact.SUBJECT, objection.subject().value());
        facts.put(Fact.OPERATION, OPERATION);
        facts.put(Fact.RELATES_TO, objection.interaction().toString());
        facts.put(Fact.DETAIL, "field " + objection.field());
        facts.put(Fact.ACTOR, actor);
        return facts;
    }

    /** Of a body that has ended, whoever acts for it: its successor has to find its own acts. */
    private AgencyCode objector(Objection objection, String actor) {
        SortedSet<AgencyCode> acting = city.actsFor(objection.objector(), clock.today());
        return acting.stream()
                .filter(agency -> agency.value().equals(actor))
                .findFirst()
                .orElse(acting.first());
    }

    private static void detail(Map<Fact, String> facts, String more) {
        facts.merge(Fact.DETAIL, more, (field, said) -> field + ", " + said);
    }

    private String member(AgencyCode agency) {
        return city.instance() + "/GOV/" + agency;
    }

    private static List<Key> keys(Objection objection) {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key("objection", objection.id(), false));
        return keys;
    }

    private static Body body(Object content) {
        return new Body(
                Body.Role.REQUEST_RECEIVED,
                "application/json; charset=utf-8",
                JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
    }

    private static <T> Optional<T> content(LoggedEntry entry, Class<T> type) {
        return entry.bodies().stream().findFirst().map(body -> {
            try {
                return JSON.readValue(new String(body.bytes(), StandardCharsets.UTF_8), type);
            } catch (JacksonException broken) {
                throw new IllegalStateException("The entry " + entry.position() + " has a broken body", broken);
            }
        });
    }
}
