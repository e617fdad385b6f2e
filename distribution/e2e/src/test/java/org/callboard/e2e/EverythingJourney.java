package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.callboard.api.extension.ExtensionPoint;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin with an extension at every point comes, is replaced and goes, again and again, and leaves nothing behind. */
class EverythingJourney {

    private static final String ID = EverythingPlugin.ID;
    private static final int WARM = Repetitions.of(4, 100);
    /** How far the database's cache of pages, which is bounded, may be fuller at one look than at another, in bytes. */
    private static final long CACHES = Repetitions.of(12_000_000, 6_000_000);

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.filled();
    }

    @Test
    void hasAnExtensionAtEveryPointThatThereIs() throws IOException {
        byte[] jar = EverythingPlugin.jar("1.0.0");
        Set<String> points = new TreeSet<>();
        for (JsonNode added : client.plan(jar).expect(200).json().path("adds")) {
            points.add(added.path("point").asText());
        }
        assertEquals(points(), points);
    }

    @Test
    void comesIsReplacedAndGoesWithoutATrace() {
        Inside inside = Inside.of(portal);
        byte[] first = EverythingPlugin.jar("1.0.0");
        byte[] second = JarSurgery.withHeader(first, "Bundle-Version", "2.0.0");
        cycles(first, second, WARM);
        Inside.Live before = inside.live();
        int cycles = Repetitions.of(8, 1_000);
        cycles(first, second, cycles);
        System.out.println(
                cycles + " times everything: " + before + " -> " + inside.expectNothingStays(before, CACHES));
    }

    private static void cycles(byte[] first, byte[] second, int times) {
        Everything everything = new Everything(client);
        for (int cycle = 0; cycle < times; cycle++) {
            client.install(first).expect(201);
            everything.use();
            everything.useColumns();
            client.install(second).expect(200);
            everything.use();
            everything.useColumns();
            client.delete("/api/plugins/" + ID).expect(204);
            everything.expectNothing();
        }
    }

    /** {@return the names of the points that the API has} */
    private static Set<String> points() throws IOException {
        File api = new File(ExtensionPoint.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Set<String> points = new TreeSet<>();
        try (JarFile jar = new JarFile(api);
                Stream<String> names = jar.stream().map(entry -> entry.getName())) {
            names.filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .map(EverythingJourney::point)
                    .filter(point -> !point.isEmpty())
                    .forEach(points::add);
        }
        return points;
    }

    private static String point(String className) {
        try {
            ExtensionPoint point = Class.forName(className, false, EverythingJourney.class.getClassLoader())
                    .getAnnotation(ExtensionPoint.class);
            return point == null ? "" : point.value();
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}
