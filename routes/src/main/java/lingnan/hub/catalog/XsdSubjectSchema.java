package lingnan.hub.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lingnan.hub.catalog.Subject.Field;
import lingnan.hub.kernel.Label;
import lingnan.hub.kernel.SubjectCode;
import org.xml.sax.SAXException;

/** A subject's schema, compiled from its XSD and the dictionary. */
final class XsdSubjectSchema implements SubjectSchema {

    private final SchemaCheck query;
    private final SchemaCheck collect;
    private final SchemaCheck complete;
    private final SchemaCheck cut;
    private final List<String> fields;
    private final Set<String> keys;
    private final ConcurrentMap<Set<String>, AnswerCut> cuts = new ConcurrentHashMap<>();
    private final Function<Boolean, String> composition;
    private final ConcurrentMap<Boolean, String> wsdls = new ConcurrentHashMap<>();

    /** @throws SAXException if the schema is not valid */
    XsdSubjectSchema(SubjectCode code, Label name, String namespace, List<Field> fields, byte[] recordSchema)
            throws SAXException {
        this.fields = fields.stream().map(Field::name).toList();
        keys = fields.stream().filter(Field::key).map(Field::name).collect(Collectors.toSet());
        Operations operations = new Operations(recordSchema, namespace, keys);
        byte[] published = Documents.bytes(operations.published());
        var strict = Dictionary.compile(code + " as provided", Documents.bytes(operations.complete()));
        var lenient = Dictionary.compile(code + " as received", published);
        query = new SchemaCheck(lenient, namespace, Set.of("Query"));
        collect = new SchemaCheck(lenient, namespace, Set.of("Collect"));
        complete = new SchemaCheck(strict, namespace, Set.of("QueryResponse"));
        cut = new SchemaCheck(lenient, namespace, Set.of("QueryResponse", "CollectResponse"));
        composition = headers -> TypedWsdl.compose(code, name, namespace, Documents.parse(published), headers);
    }

    @Override
    public Optional<String> validateQuery(byte[] document) {
        return query.check(document);
    }

    @Override
    public Optional<String> validateCollect(byte[] document) {
        return collect.check(document);
    }

    @Override
    public Optional<String> validateAnswer(byte[] document) {
        return complete.check(document);
    }

    @Override
    public Optional<String> validateAnswer(byte[] document, BiConsumer<String, String> listener) {
        return complete.check(document, new FieldWatch(keys, listener));
    }

    @Override
    public Optional<String> validateCutAnswer(byte[] document) {
        return cut.check(document);
    }

    /** The sets come from grants, so they are few. */
    @Override
    public byte[] cut(byte[] answer, Set<String> grantedFields) {
        return cuts.computeIfAbsent(grantedFields, granted -> new AnswerCut(fields, granted))
                .apply(answer);
    }

    @Override
    public byte[] wsdl(String address, boolean xroadHeaders) {
        return TypedWsdl.at(address, wsdls.computeIfAbsent(xroadHeaders, composition));
    }
}
