package org.callboard.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginVersionsTest {

    @Test
    void changesTheVersionAndNothingElse(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("hello.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "hello");
        manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("a/b.txt"));
            out.write("content".getBytes(StandardCharsets.UTF_8));
        }
        try (JarFile copy = new JarFile(
                PluginVersions.copy(jar, "2.0.0", folder.resolve("copies")).toFile())) {
            Attributes attributes = copy.getManifest().getMainAttributes();
            assertEquals("2.0.0", attributes.getValue("Bundle-Version"));
            assertEquals("hello", attributes.getValue("Bundle-SymbolicName"));
            assertEquals(
                    "content",
                    new String(
                            copy.getInputStream(copy.getJarEntry("a/b.txt")).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
