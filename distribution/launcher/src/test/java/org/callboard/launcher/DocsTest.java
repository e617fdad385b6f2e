package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.core.config.ConfigReader;
import org.callboard.core.config.PortalConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation says is there, is there. */
class DocsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                if (!Files.exists(page.resolveSibling(links.group(1)).normalize())) {
                    dead.add(ROOT.relativize(page) + " -> " + links.group(1));
                }
            }
        }
        assertEquals(List.of(), dead);
    }

    @Test
    void everyPieceOfJavaAndXmlIsPartOfAProjectThatIsBuilt() throws IOException {
        String sources = sources();
        for (Path page : pages()) {
            for (String block : blocks(page, "java|xml")) {
                assertEquals(
                        true,
                        sources.contains(block),
                        () -> ROOT.relativize(page) + " shows what is nowhere:\n" + block);
            }
        }
    }

    @Test
    void theConfigurationInTheOperationsGuideIsAccepted(@TempDir Path folder) throws Exception {
        makeCertificate(Files.createDirectory(folder.resolve("keys")));
        Files.writeString(Files.createDirectory(folder.resolve("tls")).resolve("password"), "changeit");
        Path file = folder.resolve("callboard.yaml");
        List<String> blocks = new ArrayList<>(blocks(ROOT.resolve("distribution/docs/operations.md"), "yaml"));
        blocks.addAll(blocks(ROOT.resolve("distribution/docs/plugin-settings.md"), "yaml"));
        assertFalse(blocks.isEmpty());
        List<String> targets = new ArrayList<>();
        for (String block : blocks) {
            Files.writeString(file, block);
            PortalConfig config = new ConfigReader(folder, folder, name -> "set").read(List.of(file), null);
            config.locations().forEach(location -> targets.add(location.target()));
        }
        assertEquals(List.of("/srv/catalog/**/catalog-info.yaml"), targets);
    }

    /** By the commands that the guide gives, but for the questions they would ask. */
    private static void makeCertificate(Path keys) throws IOException, InterruptedException {
        String store = "-alias payments -keystore payments.p12 -storepass changeit";
        for (String command : List.of(
                "-genkeypair -keyalg EC -validity 730 -dname CN=Payments " + store,
                "-exportcert -rfc -file payments.pem " + store)) {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.add(0, Path.of(System.getProperty("java.home"), "bin/keytool").toString());
            Process keytool = new ProcessBuilder(words)
                    .directory(keys.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(keys.resolve("keytool.log").toFile())
                    .start();
            assertEquals(0, keytool.waitFor(), () -> text(keys.resolve("keytool.log")));
        }
    }

    private static List<String> blocks(Path page, String language) throws IOException {
        Matcher blocks =
                Pattern.compile("(?ms)^```(?:" + language + ")\\n(.*?)^```$").matcher(Files.readString(page));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(blocks.group(1));
        }
        return found;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("distribution/docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    /** Plugins that ship, their tests, and those that the end-to-end tests install. */
    private static String sources() throws IOException {
        try (Stream<Path> plugins = Files.walk(ROOT.resolve("plugins"));
                Stream<Path> ofJourneys = Files.walk(ROOT.resolve("distribution/e2e/src/test/resources"))) {
            return Stream.concat(plugins, ofJourneys)
                    .filter(file -> file.toString()
                            .matches(".*/src/(main|test)/java/.*\\.java|.*/src/test/resources/.*\\.java|.*/pom\\.xml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .map(DocsTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
