package org.callboard.core.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.entity.Sha256;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * A plugin's jar, checked.
 *
 * @param digest {@code sha256:} and the hexadecimal SHA-256 of its bytes
 */
record PluginArchive(
        Path file,
        String digest,
        String id,
        Version version,
        String title,
        @Nullable String owner) {

    /** The largest jar that is taken. */
    static final long MAX_BYTES = 64L * 1024 * 1024;

    private static final String ID_RULE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /**
     * Reads a jar.
     *
     * @throws RefusedException with the diagnosis where it can't be a plugin
     */
    static PluginArchive read(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw refused("It has no META-INF/MANIFEST.MF.", "Build it with the plugin parent, which writes one.");
            }
            Attributes headers = manifest.getMainAttributes();
            String id = idOf(headers);
            ArchiveRules.check(id, jar, headers);
            String title = headers.getValue("Bundle-Name");
            String owner = headers.getValue("Callboard-Owner");
            return new PluginArchive(
                    file, digest(file), id, versionOf(headers), title == null ? id : cut(title), blankToNull(owner));
        } catch (IOException broken) {
            throw refused(
                    "The file can't be read as a jar: " + broken.getMessage() + ".",
                    "Send the complete jar file as the body of the request.");
        }
    }

    private static String idOf(Attributes headers) {
        String header = headers.getValue("Bundle-SymbolicName");
        if (header == null) {
            throw refused(
                    "It is a jar without the header Bundle-SymbolicName, so it is no plugin.",
                    "Build it with the plugin parent, which derives the header from the artifactId.");
        }
        String id = header.split(";", 2)[0].strip();
        if (id.length() > 63 || !id.matches(ID_RULE)) {
            throw refused(
                    "The id '" + cut(id) + "' does not follow the rule for plugin ids.",
                    "Choose an artifactId of lower-case letters, digits and single hyphens, 63 characters at most.");
        }
        return id;
    }

    private static Version versionOf(Attributes headers) {
        String text = headers.getValue("Bundle-Version");
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException malformed) {
            throw refused(
                    "Its version '" + cut(String.valueOf(text)) + "' is not of the form 1.2.3.",
                    "Give the project a version of the form 1.2.3 or 1.2.3-qualifier.");
        }
    }

    private static String digest(Path file) throws IOException {
        return "sha256:" + Sha256.hex(Files.readAllBytes(file));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : cut(text);
    }

    private static String cut(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private static RefusedException refused(String cause, String fix) {
        return new RefusedException(new Diagnosis("The jar was refused.", cause, fix));
    }
}
