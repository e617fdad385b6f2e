package org.callboard.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

    @TempDir
    private Path folder;

    private PortalConfig read(String... texts) throws IOException {
        List<Path> files = new java.util.ArrayList<>();
        for (String text : texts) {
            files.add(Files.writeString(folder.resolve("c" + files.size() + ".yaml"), text));
        }
        return new ConfigReader(folder.resolve("home"), folder.resolve("data"), Map.of("NAME", "value")::get)
                .read(files, null);
    }

    @Test
    void anEmptyFileGivesALoopbackPortalInTheDataFolder() throws IOException {
        PortalConfig config = read("");
        assertEquals("127.0.0.1", config.host());
        assertEquals(7007, config.port());
        assertEquals(folder.resolve("data"), config.storage());
        assertTrue(config.isLoopback());
    }

    @Test
    void laterFilesGoOverEarlierOnesKeyByKey() throws IOException {
        PortalConfig config = read("server:\n  host: 127.0.0.2\n  port: 1\n", "server:\n  port: 2\n");
        assertEquals("127.0.0.2", config.host());
        assertEquals(2, config.port());
    }

    @Test
    void relativePathsStartAtTheFolderOfTheirFile() throws IOException {
        PortalConfig config = read("""
                storage:
                  dir: ../kept
                catalog:
                  locations:
                    - {type: file, target: catalog/**/*.yaml}
                    - {type: file, target: ./one.yaml}
                """);
        assertEquals(folder.getParent().resolve("kept"), config.storage());
        assertEquals(folder + "/catalog/**/*.yaml", config.locations().get(0).target());
        assertEquals(folder + "/one.yaml", config.locations().get(1).target());
    }

    @Test
    void rulesOfALocationAddToThoseThatAreAboutIt() throws IOException {
        PortalConfig config = read("""
                catalog:
                  rules:
                    - allow: [Component, User]
                    - allow: [Domain]
                      locations: [{type: url, pattern: "https://git.example.com/org/**"}]
                    - allow: [System]
                      locations: [{type: url, exact: "https://git.example.com/a.yaml"}]
                  locations:
                    - {type: file, target: a.yaml}
                    - type: file
                      target: b.yaml
                      rules:
                        - allow: [Group]
                """);
        assertEquals(Set.of("component", "user"), config.locations().get(0).kinds());
        assertEquals(
                Set.of("component", "user", "group"), config.locations().get(1).kinds());
        assertEquals(
                Set.of("component", "user", "domain"),
                config.rules().allowed("url", "https://git.example.com/org/repo/a.yaml"));
        assertEquals(
                Set.of("component", "user", "system"), config.rules().allowed("url", "https://git.example.com/a.yaml"));
        assertEquals(
                KindRules.DEFAULT,
                read("catalog:\n  locations: [{type: file, target: a}]\n")
                        .locations()
                        .get(0)
                        .kinds());
    }

    @Test
    void valuesComeFromTheEnvironmentAndFromFiles() throws IOException {
        Files.writeString(folder.resolve("secret"), "from-file\n");
        PortalConfig config = read("""
                catalog:
                  locations:
                    - {type: url, target: "${NAME}"}
                    - {type: url, target: "${MISSING:-fallback}"}
                    - {type: url, target: "${file:secret}"}
                    - {type: url, target: "$${NAME}"}
                """);
        assertEquals(
                List.of("value", "fallback", "from-file", "${NAME}"),
                config.locations().stream().map(PortalConfig.Location::target).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "server:#  prot: 1         | c0.yaml:2:3: 'server.prot' is not known; known are baseUrl, host, port.",
                "sever: {}                 | c0.yaml:1:1: 'sever' is not known",
                "server:#  port: [1]       | c0.yaml:2:3: 'server.port' must be a single value.",
                "development: sometimes    | c0.yaml:1:1: 'development' must be true or false.",
                "catalog:#  locations: {}  | c0.yaml:2:3: 'catalog.locations' must be a list.",
                "catalog:#  locations: [{type: file}] | 'catalog.locations.0' must have a type and a target.",
                "storage:#  dir: ${MISSING}| the environment has no variable MISSING; set it, or write ${MISSING:-default}.",
                "server:#  port: 70000     | server.port is '70000', and a port is a number from 0 to 65535.",
                "server:#  baseUrl: portal | server.baseUrl is 'portal', and must be a URL such as",
                "server:#  host: a#  host: b | c0.yaml:3:3:",
                "a: [                      | c0.yaml:",
            })
    void whatCannotBeUsedIsOneSentenceWithItsPlace(String text, String message) {
        ConfigException wrong = assertThrows(ConfigException.class, () -> read(text.replace("#", "\n")));
        assertTrue(String.valueOf(wrong.getMessage()).contains(message), wrong.getMessage());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        ConfigReader reader = new ConfigReader(folder, folder, name -> null);
        ConfigException wrong =
                assertThrows(ConfigException.class, () -> reader.read(List.of(folder.resolve("none.yaml")), null));
        assertTrue(String.valueOf(wrong.getMessage()).contains("none.yaml can't be read"));
    }
}
