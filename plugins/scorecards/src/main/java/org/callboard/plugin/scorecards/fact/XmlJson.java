package org.callboard.plugin.scorecards.fact;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.callboard.api.model.Json;

/**
 * XML as JSON, for paths: an element is the text in it, or an object of its elements by their names without prefixes, lists where
 * several have the same; its attributes are {@code @name} there, and text beside them {@code #text}. Nothing is fetched, and
 * declarations of document types are passed over.
 */
final class XmlJson {

    private static final int DEEPEST = 100;
    private static final String TEXT = "#text";

    private final Deque<Element> open = new ArrayDeque<>();

    private XmlJson() {}

    private static final class Element {

        private final String name;
        private final Map<String, List<Json>> members = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();

        Element(String name) {
            this.name = name;
        }

        void add(String member, Json value) {
            members.computeIfAbsent(member, any -> new ArrayList<>()).add(value);
        }

        Json json() {
            String words = text.toString().strip();
            if (members.isEmpty()) {
                return Json.of(words);
            }
            if (!words.isEmpty()) {
                add(TEXT, Json.of(words));
            }
            Json.Builder object = Json.object();
            members.forEach(
                    (member, values) -> object.put(member, values.size() == 1 ? values.get(0) : new Json.Arr(values)));
            return object.build();
        }
    }

    /** {@return what a text says; empty where it is no XML, or nested too deeply} */
    static Optional<Json> read(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            return Optional.of(new XmlJson().all(reader));
        } catch (XMLStreamException none) {
            return Optional.empty();
        }
    }

    private Json all(XMLStreamReader reader) throws XMLStreamException {
        Element document = new Element("");
        open.push(document);
        while (reader.hasNext()) {
            int what = reader.next();
            Element inner = open.element();
            if (what == XMLStreamConstants.START_ELEMENT) {
                begin(reader);
            } else if (what == XMLStreamConstants.END_ELEMENT) {
                open.pop();
                open.element().add(inner.name, inner.json());
            } else if (reader.hasText() && what != XMLStreamConstants.COMMENT && what != XMLStreamConstants.DTD) {
                inner.text.append(reader.getText());
            }
        }
        return document.json();
    }

    private void begin(XMLStreamReader reader) throws XMLStreamException {
        if (open.size() > DEEPEST) {
            throw new XMLStreamException("It is nested more than " + DEEPEST + " deep.");
        }
        Element element = new Element(reader.getLocalName());
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            element.add("@" + reader.getAttributeLocalName(index), Json.of(reader.getAttributeValue(index)));
        }
        open.push(element);
    }
}
