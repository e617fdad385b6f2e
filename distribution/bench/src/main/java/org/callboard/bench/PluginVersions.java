package org.callboard.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes further versions of a plugin's jar. */
final class PluginVersions {

    private PluginVersions() {}

    /** Copies a jar and gives the copy another version. */
    static Path copy(Path jar, String version, Path folder) throws IOException {
        return copy(jar, folder.resolve("plugin-" + version + ".jar"), "Bundle-Version", version);
    }

    /** Copies a jar and makes another plugin of the copy. */
    static Path renamed(Path jar, String id, Path folder) throws IOException {
        return copy(jar, folder.resolve(id + ".jar"), "Bundle-SymbolicName", id);
    }

    private static Path copy(Path jar, Path copy, String header, String value) throws IOException {
        Files.createDirectories(copy.getParent());
        try (JarInputStream in = new JarInputStream(Files.newInputStream(jar));
                OutputStream out = Files.newOutputStream(copy)) {
            Manifest manifest = in.getManifest();
            if (manifest == null) {
                throw new IOException(jar + " has no manifest at its start, so it is no bundle");
            }
            manifest.getMainAttributes().putValue(header, value);
            try (JarOutputStream target = new JarOutputStream(out, manifest)) {
                copyEntries(in, target);
            }
        }
        return copy;
    }

    private static void copyEntries(JarInputStream in, JarOutputStream target) throws IOException {
        JarEntry entry = in.getNextJarEntry();
        while (entry != null) {
            target.putNextEntry(new JarEntry(entry.getName()));
            ((InputStream) in).transferTo(target);
            target.closeEntry();
            entry = in.getNextJarEntry();
        }
    }
}
