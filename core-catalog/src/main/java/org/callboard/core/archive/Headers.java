package org.callboard.core.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** The main headers of a jar's manifest. */
public final class Headers {

    private static final int MOST_BYTES = 65_536;

    private final Attributes attributes;

    private Headers(Attributes attributes) {
        this.attributes = attributes;
    }

    /** Takes a manifest that has every header once, and no more of them than anybody writes. */
    public static Headers of(byte[] manifest) {
        Set<String> names = new HashSet<>();
        int length = 0;
        for (String line : new String(manifest, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1)) {
            length += line.length();
            if (line.isEmpty()) {
                break;
            }
            if (length > MOST_BYTES) {
                throw new UnfitException(
                        "Its manifest has headers of more than " + (MOST_BYTES >> 10) + " KiB.",
                        "Shorten them; a plugin's name fits into one line.");
            }
            String name = line.split(":", 2)[0];
            if (!line.startsWith(" ") && !names.add(name.toLowerCase(Locale.ROOT))) {
                throw new UnfitException(
                        "Its manifest has the header " + Wording.line(name, 60) + " twice.",
                        "Build the jar anew with the plugin parent.");
            }
        }
        return new Headers(read(manifest));
    }

    /** {@return the headers of a jar that was checked before} */
    public static Headers ofChecked(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            return new Headers(jar.getManifest().getMainAttributes());
        }
    }

    private static Attributes read(byte[] manifest) {
        try {
            return new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
        } catch (IOException malformed) {
            throw new UnfitException(
                    "Its META-INF/MANIFEST.MF can't be read: "
                            + Wording.line(String.valueOf(malformed.getMessage()), 100) + ".",
                    "Build the jar anew with the plugin parent.");
        }
    }

    /** {@return a header's value, or null where there is no such header} */
    public @Nullable String get(String name) {
        return attributes.getValue(name);
    }

    /** {@return the clauses of a header, none where there is no such header} */
    public List<Clause> clauses(String name) {
        String value = get(name);
        return value == null ? List.of() : Clause.parse(value);
    }
}
