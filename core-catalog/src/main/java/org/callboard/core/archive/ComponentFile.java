package org.callboard.core.archive;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A component's description, as the build derives it from {@code @Component}.
 *
 * @param type the class that is made
 * @param parameters how many parameters its constructor takes
 * @param needsConfiguration whether it is not made before somebody configures it
 */
record ComponentFile(@Nullable String name, @Nullable String type, int parameters, boolean needsConfiguration) {

    /**
     * Reads a description.
     *
     * @throws XMLStreamException where it is not well-formed
     */
    static ComponentFile read(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        String name = null;
        String type = null;
        int parameters = 0;
        boolean needsConfiguration = false;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (reader.getLocalName().equals("component")) {
                name = reader.getAttributeValue(null, "name");
                String init = reader.getAttributeValue(null, "init");
                parameters = init == null || !init.matches("\\d{1,3}") ? 0 : Integer.parseInt(init);
                needsConfiguration = "require".equals(reader.getAttributeValue(null, "configuration-policy"));
            } else if (reader.getLocalName().equals("implementation")) {
                type = reader.getAttributeValue(null, "class");
            }
        }
        return new ComponentFile(name == null ? type : name, type, parameters, needsConfiguration);
    }
}
