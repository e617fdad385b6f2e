package org.callboard.core.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.callboard.api.extension.Extension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Plugins that were compiled against the first API, and never since, find in this one all that they refer to. */
class FirstApiTest {

    private static final Path JARS = Path.of("../distribution/e2e/src/test/resources/first-api");

    @Test
    void stillHasWhatPluginsOfTheFirstApiReferTo() throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(JARS)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        assertTrue(jars.size() >= 6, () -> "There are " + jars);
        for (Path jar : jars) {
            assertEquals(List.of(), check(jar), () -> jar + " does not run any more");
        }
    }

    private static List<Mismatch> check(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<String> names = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
            assertTrue(!names.isEmpty());
            return new ApiCompatibility(name -> of(zip, name), FirstApiTest::ofApi).check(names);
        }
    }

    private static byte @Nullable [] of(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name + ".class");
        return entry == null ? null : zip.getInputStream(entry).readAllBytes();
    }

    private static byte @Nullable [] ofApi(String name) throws IOException {
        try (InputStream file = Extension.class.getResourceAsStream("/" + name + ".class")) {
            return file == null ? null : file.readAllBytes();
        }
    }
}
