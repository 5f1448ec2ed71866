package lingnan.transformers.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import lingnan.transformers.dialect.DialectFault.Kind;
import lingnan.transformers.xml.HardenedXml;
import lingnan.transformers.xml.XmlElement;

/**
 * An RPC/encoded body as the graph that it is, written out as a tree: references replaced by what they refer to, types
 * and nulls dropped. What comes out is bounded, because a short graph can stand for an endless tree.
 */
final class EncodedGraph {

    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    static final int MAX_ELEMENTS = 200_000;
    static final int MAX_CHARACTERS = 32 * 1024 * 1024;

    private static final String SOAPENC = "http://schemas.xmlsoap.org/soap/encoding/";
    private static final QName ID = new QName("id");
    private static final QName HREF = new QName("href");
    private static final QName NIL = new QName(XSI, "nil");
    private static final QName TYPE = new QName(XSI, "type");
    private static final QName ARRAY_TYPE = new QName(SOAPENC, "arrayType");

    private final Map<String, XmlElement> byId = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int elements;
    private long characters;

    private EncodedGraph() {}

    static EncodedGraph of(List<XmlElement> blocks) {
        EncodedGraph graph = new EncodedGraph();
        blocks.forEach(graph::index);
        return graph;
    }

    private void index(XmlElement element) {
        element.attribute(ID).ifPresent(id -> {
            if (byId.put(id, element) != null) {
                throw broken("uses the id " + id + " twice");
            }
        });
        element.children().forEach(this::index);
    }

    /** The tree of an element; a null one becomes an element without content. */
    XmlElement tree(XmlElement root) {
        String name = root.name().getLocalPart();
        return expand(root, name, 1).orElseGet(() -> XmlElement.of(new QName(name), ""));
    }

    private Optional<XmlElement> expand(XmlElement element, String name, int depth) {
        if (depth > HardenedXml.MAX_DEPTH) {
            throw broken("is nested deeper than " + HardenedXml.MAX_DEPTH);
        }
        Optional<String> href = element.attribute(HREF);
        if (href.isPresent()) {
            return follow(href.get(), name, depth);
        }
        if (isNull(element)) {
            return Optional.empty();
        }
        charge(element);
        boolean array = isArray(element);
        List<XmlElement> children = new ArrayList<>();
        for (XmlElement child : element.children()) {
            String childName = array ? "item" : child.name().getLocalPart();
            expand(child, childName, depth + 1).ifPresent(children::add);
        }
        String text = element.children().isEmpty() && !array ? element.text() : "";
        return Optional.of(new XmlElement(new QName(name), Map.of(), text, children));
    }

    private Optional<XmlElement> follow(String href, String name, int depth) {
        if (!href.startsWith("#")) {
            throw broken("refers to something outside itself");
        }
        String id = href.substring(1);
        XmlElement target = byId.get(id);
        if (target == null) {
            throw broken("refers to " + href + ", which is not there");
        }
        if (!open.add(id)) {
            throw broken("refers to itself through " + href);
        }
        Optional<XmlElement> tree = expand(target, name, depth + 1);
        open.remove(id);
        return tree;
    }

    private void charge(XmlElement element) {
        elements++;
        characters += element.text().length();
        if (elements > MAX_ELEMENTS || characters > MAX_CHARACTERS) {
            throw broken("unfolds to more than " + MAX_ELEMENTS + " elements or " + MAX_CHARACTERS + " characters");
        }
    }

    private static boolean isNull(XmlElement element) {
        String nil = element.attribute(NIL).orElse("false").strip();
        return nil.equals("true") || nil.equals("1");
    }

    private static boolean isArray(XmlElement element) {
        return element.attribute(ARRAY_TYPE).isPresent()
                || element.attribute(TYPE)
                        .filter(type -> type.endsWith(":Array"))
                        .isPresent();
    }

    private static DialectFault broken(String what) {
        return new DialectFault(Kind.BROKEN, "The provider's RPC/encoded answer " + what + ".");
    }
}
