package lingnan.hub.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.xml.validation.Schema;
import lingnan.hub.catalog.Subject.Field;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * A subject's schema over its XSD and the dictionary. The XSD has been compiled when the city was read; what validates
 * messages is composed of it on first use, because of 320 subjects a hub serves few at a time.
 */
final class XsdSubjectSchema implements SubjectSchema {

    private final SubjectCode code;
    private final Label name;
    private final String namespace;
    private final List<String> fields;
    private final List<String> divisionFields;
    private final Set<String> elements;
    private final Set<String> keys;
    private final Operations operations;
    private final ConcurrentMap<Set<String>, AnswerCut> cuts = new ConcurrentHashMap<>();
    private final ConcurrentMap<Set<String>, RecordCut> limits = new ConcurrentHashMap<>();
    private final ConcurrentMap<Boolean, String> wsdls = new ConcurrentHashMap<>();
    private volatile @Nullable SchemaCheck provided;
    private volatile @Nullable Received received;

    /** @param recordSchema an XSD that {@link Dictionary#compile} takes */
    XsdSubjectSchema(SubjectCode code, Label name, String namespace, List<Field> fields, byte[] recordSchema) {
        this.code = code;
        this.name = name;
        this.namespace = namespace;
        this.fields = fields.stream().map(Field::name).toList();
        this.divisionFields = DivisionLimit.fields(fields);
        this.elements = elements(fields);
        this.keys = fields.stream().filter(Field::key).map(Field::name).collect(Collectors.toSet());
        this.operations = new Operations(recordSchema, namespace, keys);
    }

    static Set<String> elements(List<Field> fields) {
        return fields.stream().map(Field::element).collect(Collectors.toUnmodifiableSet());
    }

    /** By the schema that is published. */
    private record Received(SchemaCheck query, SchemaCheck collect, SchemaCheck cut) {}

    @Override
    public Optional<String> validateQuery(byte[] document) {
        return received().query().check(document);
    }

    @Override
    public Optional<String> validateCollect(byte[] document) {
        return received().collect().check(document);
    }

    @Override
    public Optional<String> validateAnswer(byte[] document) {
        return provided().check(document);
    }

    @Override
    public Optional<String> validateAnswer(byte[] document, BiConsumer<String, String> listener) {
        return provided().check(document, new FieldWatch(keys, listener));
    }

    @Override
    public Optional<String> validateCutAnswer(byte[] document) {
        return received().cut().check(document);
    }

    @Override
    public Optional<String> validateCutAnswer(byte[] document, BiConsumer<String, String> listener) {
        return received().cut().check(document, new FieldWatch(keys, listener));
    }

    /** The sets come from grants, so they are few. */
    @Override
    public byte[] cut(byte[] answer, Set<String> grantedFields, Set<String> divisions, boolean isCounted) {
        byte[] within = divisions.isEmpty()
                ? answer
                : limits.computeIfAbsent(divisions, of -> new RecordCut(divisionFields, DivisionLimit.of(of)))
                        .apply(answer, isCounted);
        return cuts.computeIfAbsent(grantedFields, granted -> new AnswerCut(fields, granted))
                .apply(within);
    }

    @Override
    public byte[] wsdl(String address, boolean xroadHeaders) {
        return TypedWsdl.at(address, wsdls.computeIfAbsent(xroadHeaders, this::compose));
    }

    private String compose(boolean xroadHeaders) {
        return TypedWsdl.compose(
                code, name, namespace, Dictionary.slice(elements), operations.published(), xroadHeaders);
    }

    /** Made apart from the other: whoever loads a state needs no more. */
    private SchemaCheck provided() {
        SchemaCheck made = provided;
        if (made == null) {
            synchronized (this) {
                made = provided;
                if (made == null) {
                    Schema strict = compiled(" as provided", Documents.bytes(operations.complete()));
                    made = new SchemaCheck(strict, namespace, Set.of("QueryResponse"));
                    provided = made;
                }
            }
        }
        return made;
    }

    private Received received() {
        Received made = received;
        if (made == null) {
            synchronized (this) {
                made = received;
                if (made == null) {
                    Schema lenient = compiled(" as received", Documents.bytes(operations.published()));
                    made = new Received(
                            new SchemaCheck(lenient, namespace, Set.of("Query")),
                            new SchemaCheck(lenient, namespace, Set.of("Collect")),
                            new SchemaCheck(lenient, namespace, Set.of("QueryResponse", "CollectResponse")));
                    received = made;
                }
            }
        }
        return made;
    }

    private Schema compiled(String how, byte[] schema) {
        try {
            return Dictionary.compile(code + how, schema, elements);
        } catch (SAXException broken) {
            throw new IllegalStateException("The schema of " + code + " was sound and does not compose", broken);
        }
    }
}
