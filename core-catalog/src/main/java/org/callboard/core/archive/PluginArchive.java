package org.callboard.core.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.entity.Sha256;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * A plugin's jar, checked.
 *
 * @param digest {@code sha256:} and the hexadecimal SHA-256 of its bytes
 * @param headers what its manifest says
 */
public record PluginArchive(
        Path file,
        String digest,
        String id,
        Version version,
        String title,
        @Nullable String owner,
        Headers headers) {

    /** The largest jar that is taken. */
    public static final long MAX_BYTES = 64L * 1024 * 1024;

    private static final String ID_RULE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int LONGEST_TEXT = 200;

    /**
     * Reads a jar.
     *
     * @throws RefusedException with the diagnosis where it can't be a plugin
     */
    public static PluginArchive read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            try (PluginJarFile jar = PluginJarFile.open(file, bytes)) {
                return read(file, jar, digest(bytes));
            }
        } catch (UnfitException unfit) {
            throw refused(unfit.reason(), unfit.fix());
        } catch (IOException broken) {
            throw damaged();
        }
    }

    /**
     * Reads a jar that ships with the portal: what is in it was checked when both were built.
     *
     * @throws RefusedException where it is no plugin
     */
    public static PluginArchive readShipped(Path file) {
        try (PluginJarFile jar = PluginJarFile.ofChecked(file)) {
            return of(file, jar.headers(), digest(Files.readAllBytes(file)));
        } catch (IOException broken) {
            throw damaged();
        }
    }

    private static PluginArchive read(Path file, PluginJarFile jar, String digest) throws IOException {
        PluginArchive archive = of(file, jar.headers(), digest);
        try {
            jar.checkRules(archive.id());
            ProcessExits.check(jar);
            return archive;
        } catch (UnfitException unfit) {
            throw new RefusedException(new Diagnosis(
                    "Plugin '" + archive.id() + "' " + archive.version() + " was refused.",
                    unfit.reason(),
                    unfit.fix()));
        }
    }

    private static PluginArchive of(Path file, Headers headers, String digest) {
        String id = idOf(headers);
        Version version = versionOf(headers);
        String title = textOf(headers, "Bundle-Name");
        return new PluginArchive(
                file, digest, id, version, title == null ? id : title, textOf(headers, "Callboard-Owner"), headers);
    }

    private static String digest(byte[] bytes) {
        return "sha256:" + Sha256.hex(bytes);
    }

    private static String idOf(Headers headers) {
        String header = headers.get("Bundle-SymbolicName");
        if (header == null) {
            throw refused(
                    "It is a jar without the header Bundle-SymbolicName, so it is no plugin.",
                    "Build it with the plugin parent, which derives the header from the artifactId.");
        }
        String id = header.split(";", 2)[0].strip();
        if (id.length() > 63 || !id.matches(ID_RULE)) {
            throw refused(
                    "The id '" + Wording.line(id, LONGEST_TEXT) + "' does not follow the rule for plugin ids.",
                    "Choose an artifactId of lower-case letters, digits and single hyphens, 63 characters at most.");
        }
        return id;
    }

    private static Version versionOf(Headers headers) {
        String text = headers.get("Bundle-Version");
        try {
            if (text == null || text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException("no version");
            }
            return Version.parseVersion(text);
        } catch (IllegalArgumentException malformed) {
            throw refused(
                    text == null
                            ? "It has no version."
                            : "Its version '" + Wording.line(text, LONGEST_TEXT) + "' is not of the form 1.2.3.",
                    "Give the project a version of the form 1.2.3 or 1.2.3-qualifier.");
        }
    }

    private static @Nullable String textOf(Headers headers, String name) {
        String text = headers.get(name);
        return text == null || text.isBlank() ? null : Wording.line(text.strip(), LONGEST_TEXT);
    }

    private static RefusedException damaged() {
        return refused(
                "The file can't be read as a jar: it is damaged.",
                "Build the jar anew, and send the complete file as the body of the request.");
    }

    private static RefusedException refused(String cause, String fix) {
        return new RefusedException(new Diagnosis("The jar was refused.", cause, fix));
    }
}
