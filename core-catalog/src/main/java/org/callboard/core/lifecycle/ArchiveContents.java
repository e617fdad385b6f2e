package org.callboard.core.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a plugin's jar holds, found out by reading its components' descriptions and classes, not by running them.
 *
 * @param extensions what it would contribute; an id or title that only running code knows is the class's name
 * @param needs what it wants to use
 */
record ArchiveContents(List<Contribution> extensions, List<Need> needs) {

    private static final String COMPONENTS = "Service-Component";

    ArchiveContents {
        extensions = List.copyOf(extensions);
        needs = List.copyOf(needs);
    }

    static ArchiveContents of(PluginArchive archive) {
        try (JarFile jar = new JarFile(archive.file().toFile(), false)) {
            String header = jar.getManifest().getMainAttributes().getValue(COMPONENTS);
            ClassFiles classes = new ClassFiles(jar);
            List<Contribution> extensions = new ArrayList<>();
            TreeSet<String> permissions = new TreeSet<>();
            for (String pattern : header == null ? new String[0] : header.split(",", -1)) {
                for (String name : implementations(jar, pattern.strip())) {
                    ComponentClass component = classes.read(name);
                    extensions.addAll(component.contributions());
                    permissions.addAll(component.permissions());
                }
            }
            extensions.sort(Comparator.comparing(Contribution::point).thenComparing(Contribution::id));
            return new ArchiveContents(
                    extensions,
                    permissions.stream()
                            .map(permission -> new Need("permission", permission))
                            .toList());
        } catch (IOException unreadable) {
            return new ArchiveContents(List.of(), List.of());
        }
    }

    /** {@return the classes of the components that a file of descriptions names; the name may end in a pattern} */
    private static List<String> implementations(JarFile jar, String pattern) throws IOException {
        List<String> found = new ArrayList<>();
        String expression = java.util.regex.Pattern.quote(pattern).replace("*", "\\E[^/]*\\Q");
        List<? extends ZipEntry> entries = jar.stream()
                .filter(entry -> entry.getName().matches(expression))
                .toList();
        for (ZipEntry entry : entries) {
            try (InputStream in = jar.getInputStream(entry)) {
                NodeList nodes = parse(in).getElementsByTagNameNS("*", "implementation");
                for (int index = 0; index < nodes.getLength(); index++) {
                    found.add(((Element) nodes.item(index)).getAttribute("class"));
                }
            }
        }
        return found;
    }

    private static Element parse(InputStream in) throws IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try {
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException(malformed);
        }
    }

    /** What the class of a component says of it. */
    record ComponentClass(List<Contribution> contributions, List<String> permissions) {}
}
