package org.callboard.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A plugin's jar, open and found to be one zip file within the limits. */
public final class PluginJarFile implements AutoCloseable {

    static final String MANIFEST = JarFile.MANIFEST_NAME;

    private final ZipFile zip;
    private final Set<String> names;
    private final Headers headers;

    private PluginJarFile(ZipFile zip, Set<String> names, Headers headers) {
        this.zip = zip;
        this.names = names;
        this.headers = headers;
    }

    /**
     * Opens a jar.
     *
     * @param bytes what is in the file
     * @throws UnfitException where it is no jar, or one that can be read in two ways, or unpacks too far
     */
    public static PluginJarFile open(Path file, byte[] bytes) throws IOException {
        List<ZipItem> items = StrictZip.read(bytes);
        Set<String> names = new LinkedHashSet<>();
        items.forEach(item -> names.add(item.name()));
        if (!names.contains(MANIFEST)) {
            throw new UnfitException(
                    "It has no META-INF/MANIFEST.MF.", "Build it with the plugin parent, which writes one.");
        }
        ZipFile zip = new ZipFile(file.toFile());
        try {
            checkNested(zip, items);
            return new PluginJarFile(zip, names, Headers.of(content(zip, MANIFEST)));
        } catch (IOException | RuntimeException unfit) {
            zip.close();
            throw unfit;
        }
    }

    /** Opens a jar that was checked before. */
    public static PluginJarFile ofChecked(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            Set<String> names = new LinkedHashSet<>();
            zip.stream().forEach(entry -> names.add(entry.getName()));
            return new PluginJarFile(zip, names, Headers.of(content(zip, MANIFEST)));
        } catch (IOException | RuntimeException changed) {
            zip.close();
            throw changed;
        }
    }

    private static void checkNested(ZipFile zip, List<ZipItem> items) throws IOException {
        NestedArchives nested = new NestedArchives(items.size());
        for (ZipItem item : items) {
            try (InputStream content = zip.getInputStream(new ZipEntry(item.name()))) {
                nested.check(item.name(), content);
            }
        }
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        try (InputStream content = zip.getInputStream(new ZipEntry(name))) {
            return content.readAllBytes();
        }
    }

    /** {@return the manifest's headers} */
    public Headers headers() {
        return headers;
    }

    /** Checks what a plugin may say in its manifest, and whether what it says is in the jar. */
    public void checkRules(String id) throws IOException {
        ManifestRules.check(id, headers);
        new ContentRules(id, this).check();
    }

    /**
     * {@return the names of the classes of the jar's components}
     *
     * @throws IOException where a component's description is not in the jar or can't be read
     */
    public List<String> componentClasses() throws IOException {
        List<String> classes = new ArrayList<>();
        for (String file : componentFiles()) {
            byte[] xml = content(file);
            if (xml == null) {
                throw new IOException("There is no " + file + ".");
            }
            try {
                classes.add(String.valueOf(ComponentFile.read(xml).type()));
            } catch (XMLStreamException malformed) {
                throw new IOException(malformed);
            }
        }
        return classes;
    }

    /** {@return the entries that describe components; a name in the header may hold a pattern} */
    List<String> componentFiles() {
        List<String> files = new ArrayList<>();
        for (Clause clause : headers.clauses("Service-Component")) {
            for (String path : clause.paths()) {
                if (path.contains("*")) {
                    String pattern = Pattern.quote(path).replace("*", "\\E[^/]*\\Q");
                    names().stream().filter(name -> name.matches(pattern)).forEach(files::add);
                } else {
                    files.add(path);
                }
            }
        }
        return files;
    }

    /** {@return the names of its own classes, with slashes; those of libraries within it are not among them} */
    public List<String> classes() {
        return names().stream()
                .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                .map(name -> name.substring(0, name.length() - ".class".length()))
                .toList();
    }

    /** {@return the names of all entries} */
    public Collection<String> names() {
        return names;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** {@return an entry's bytes, or null where there is none of that name} */
    public byte @Nullable [] content(String name) throws IOException {
        return has(name) ? content(zip, name) : null;
    }

    /** {@return the first bytes of an entry} */
    byte[] start(String name, int length) throws IOException {
        try (InputStream content = zip.getInputStream(new ZipEntry(name))) {
            return content.readNBytes(length);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
