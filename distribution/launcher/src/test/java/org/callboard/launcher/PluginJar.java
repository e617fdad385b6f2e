package org.callboard.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Variants of the example plugin's jar. */
final class PluginJar {

    private final Manifest manifest;

    private PluginJar(Manifest manifest) {
        this.manifest = manifest;
    }

    static PluginJar hello() throws IOException {
        try (InputStream file = Files.newInputStream(FelixPortal.jar("example-hello"));
                JarInputStream jar = new JarInputStream(file)) {
            return new PluginJar(jar.getManifest());
        }
    }

    PluginJar with(String header, String value) {
        manifest.getMainAttributes().putValue(header, value);
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream file = Files.newInputStream(FelixPortal.jar("example-hello"));
                JarInputStream jar = new JarInputStream(file);
                JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                jar.transferTo(out);
            }
        }
        return bytes.toByteArray();
    }
}
