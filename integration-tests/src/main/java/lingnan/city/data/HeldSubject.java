package lingnan.city.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A subject that its provider is not called for, as the city's files describe it.
 *
 * @param fields in the order of the schema
 */
public record HeldSubject(String code, int version, List<Field> fields) {

    private static final Pattern ANSWERED = Pattern.compile("(?m)^answered: (FRONT_END|STORE)$");
    private static final Pattern VERSION = Pattern.compile("(?m)^version: (\\d+)$");
    private static final Pattern CODE = Pattern.compile("(?m)^code: (\\S+)$");

    /** @param element its type in the dictionary of data elements */
    public record Field(String name, String element, boolean isKey, boolean isRequired) {}

    public String namespace() {
        return "urn:lingnan:gz:" + code + ":" + version;
    }

    /** Those of a city, in the order of their folders. */
    public static List<HeldSubject> of(Path city) throws IOException {
        List<HeldSubject> held = new ArrayList<>();
        try (Stream<Path> folders = Files.list(city.resolve("subjects"))) {
            for (Path folder : folders.sorted().toList()) {
                String said = Files.readString(folder.resolve("subject.yaml"));
                if (ANSWERED.matcher(said).find()) {
                    held.add(new HeldSubject(
                            first(CODE, said),
                            Integer.parseInt(first(VERSION, said)),
                            fields(folder.resolve("schema.xsd"))));
                }
            }
        }
        return held;
    }

    private static String first(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("A subject.yaml lacks " + pattern);
        }
        return found.group(1);
    }

    private static List<Field> fields(Path schema) throws IOException {
        List<Field> fields = new ArrayList<>();
        try (var in = Files.newInputStream(schema)) {
            XMLStreamReader reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    read(reader, fields);
                }
            }
            return List.copyOf(fields);
        } catch (XMLStreamException broken) {
            throw new IOException(schema + " cannot be read", broken);
        }
    }

    private static void read(XMLStreamReader reader, List<Field> fields) {
        if (reader.getLocalName().equals("element")) {
            String type = reader.getAttributeValue(null, "type");
            fields.add(new Field(
                    reader.getAttributeValue(null, "name"),
                    type.substring(type.indexOf(':') + 1),
                    false,
                    !"0".equals(reader.getAttributeValue(null, "minOccurs"))));
        } else if (reader.getLocalName().equals("field")) {
            Field marked = fields.remove(fields.size() - 1);
            boolean isKey = "true".equals(reader.getAttributeValue(null, "key"));
            fields.add(new Field(marked.name(), marked.element(), isKey, marked.isRequired()));
        }
    }
}
