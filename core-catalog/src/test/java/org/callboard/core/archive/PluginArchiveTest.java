package org.callboard.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginArchiveTest {

    @TempDir
    private Path folder;

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "cost");
        headers.putValue("Bundle-Version", "1.2.3");
        headers.putValue("Bundle-Name", "Cloud cost");
        headers.putValue("Callboard-Owner", "group:default/money");
        return manifest;
    }

    private Path jar(Manifest manifest, List<String> entries) throws IOException {
        Path file = folder.resolve("plugin.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry("ui/main.js"));
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry(entry));
                jar.write(1);
            }
        }
        return file;
    }

    private String refusal(Path file) {
        RefusedException refused = assertThrows(RefusedException.class, () -> PluginArchive.read(file));
        assertTrue(!refused.diagnosis().fix().isBlank());
        return refused.diagnosis().cause();
    }

    @Test
    void readsWhatThePluginParentWrote() throws IOException {
        PluginArchive archive = PluginArchive.read(jar(manifest(), List.of("a/B.txt")));
        assertEquals("cost", archive.id());
        assertEquals("1.2.3", archive.version().toString());
        assertEquals("Cloud cost", archive.title());
        assertEquals("group:default/money", archive.owner());
        assertTrue(archive.digest().matches("sha256:[0-9a-f]{64}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bundle-SymbolicName     | ../../x                      | does not follow the rule for plugin ids",
                "Bundle-SymbolicName     | Cost                         | does not follow the rule for plugin ids",
                "Bundle-SymbolicName     | a--b                         | does not follow the rule for plugin ids",
                "Bundle-Version          | one                          | is not of the form 1.2.3",
                "Fragment-Host           | org.callboard.core-catalog   | Fragment-Host",
                "Fragment-Host           | system.bundle                | Fragment-Host",
                "Require-Bundle          | org.callboard.core-catalog   | Require-Bundle",
                "DynamicImport-Package   | *                            | DynamicImport-Package",
                "Bundle-NativeCode       | lib.so                       | Bundle-NativeCode",
                "Import-Package          | org.h2;platform=core         | the portal's own",
                "Export-Package          | org.callboard.api.model      | exports the package org.callboard.api.model",
                "Export-Package          | java.util                    | exports the package java.util",
                "Export-Package          | org.callboard.plugin.cost.api;java.lang;version=1 | exports the package java.lang",
                "Bundle-SymbolicName     | cost;singleton:=true         | is a singleton",
                "Export-Package          | org.callboard.plugin.other.api | exports the package org.callboard.plugin.other.api",
            })
    void refusesAHeaderThatReachesOutOfThePlugin(String header, String value, String cause) throws IOException {
        Manifest manifest = manifest();
        manifest.getMainAttributes().putValue(header, value);
        String refusal = refusal(jar(manifest, List.of()));
        assertTrue(refusal.contains(cause), refusal);
    }

    @Test
    void takesAnApiOfThePluginsOwn() throws IOException {
        Manifest manifest = manifest();
        manifest.getMainAttributes()
                .putValue("Export-Package", "org.callboard.plugin.cost.api;version=\"1.0\";uses:=\"a,b\"");
        assertEquals("cost", PluginArchive.read(jar(manifest, List.of())).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "a/../../x", "/etc/passwd", "C:/x", "a\\..\\x", "org/callboard/api/model/Entity.class"})
    void refusesAnEntryOutsideItselfOrOfThePortal(String entry) throws IOException {
        assertTrue(refusal(jar(manifest(), List.of(entry))).contains(entry));
    }

    @Test
    void refusesWhatUnpacksTooFar() throws IOException {
        Path file = folder.resolve("bomb.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest())) {
            jar.putNextEntry(new JarEntry("zeros"));
            jar.write(new byte[4 * 1024 * 1024]);
        }
        assertTrue(refusal(file).contains("packed tighter than 100 to 1"));
    }

    @Test
    void refusesWhatIsNoJar() throws IOException {
        Path file = Files.writeString(folder.resolve("plugin.jar"), "not a zip");
        assertTrue(refusal(file).contains("not a jar"));
        assertTrue(refusal(Files.writeString(file, "")).contains("is empty"));
    }

    @Test
    void refusesAJarWithoutAManifest() throws IOException {
        Path file = folder.resolve("plain.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("x"));
        }
        assertTrue(refusal(file).contains("META-INF/MANIFEST.MF"));
    }
}
