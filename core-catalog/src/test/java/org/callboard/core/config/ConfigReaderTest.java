package org.callboard.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.callboard.api.config.Secret;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.core.extension.PluginLimits;
import org.callboard.core.hook.Hook;
import org.callboard.core.log.LogSettings;
import org.callboard.core.session.Sessions;
import org.callboard.core.signature.AcceptedKey;
import org.callboard.core.signature.SignaturePolicy;
import org.callboard.core.signature.SignatureSettings;
import org.callboard.core.signature.TestKey;
import org.callboard.core.signin.GroupRule;
import org.callboard.core.signin.People;
import org.callboard.core.signin.PeopleRule;
import org.callboard.core.storage.TableLimits;
import org.callboard.core.web.AllowedHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static PortalSetting setting(PortalConfig config, String key) {
        return Objects.requireNonNull(config.settings().get(key), key);
    }

    @Test
    void everySettingSaysWhereItIsFrom() throws IOException {
        PortalConfig config = read(
                "server:\n  host: localhost\n  baseUrl: ${BASE:-http://localhost:1}\naudit: {kept: {days: 30}}\n",
                "server:\n  host: 127.0.0.1\n\n  port: 8080\nstorage: {dir: '${NAME}/kept'}\n");
        assertEquals(
                new PortalSetting("server.host", "127.0.0.1", folder.resolve("c1.yaml") + ":2", List.of()),
                setting(config, "server.host"));
        assertEquals(
                folder.resolve("c1.yaml") + ":4", setting(config, "server.port").origin());
        assertEquals("http://localhost:1", setting(config, "server.baseUrl").value());
        assertEquals(List.of(), setting(config, "server.baseUrl").variables());
        assertEquals(List.of("NAME"), setting(config, "storage.dir").variables());
        assertEquals(
                folder.resolve("value/kept").toString(),
                setting(config, "storage.dir").value());
        assertEquals("30", setting(config, "audit.kept.days").value());
        assertFalse(config.settings().containsKey("audit.kept"), "it is not a default any more");
        assertEquals(
                new PortalSetting("plugins.probation", "30s", "default", List.of()),
                setting(config, "plugins.probation"));
        assertEquals("400d", setting(read(""), "audit.kept").value());
    }

    @Test
    void aListOfALaterFileTakesThePlaceOfTheFormer() throws IOException {
        PortalConfig config = read(
                "catalog: {locations: [{type: file, target: /a}, {type: file, target: /b}]}",
                "catalog: {locations: [{type: url, target: 'https://example.com/c'}], rules: [{allow: [API, User]}]}");
        assertEquals(
                "https://example.com/c",
                setting(config, "catalog.locations[0].target").value());
        assertFalse(config.settings().containsKey("catalog.locations[1].target"), "it is of the former file");
        assertEquals("API, User", setting(config, "catalog.rules[0].allow").value());
    }

    @Test
    void secretsAreNotAmongTheSettings() throws IOException {
        Files.writeString(folder.resolve("hidden"), "hush-in-a-file");
        PortalConfig config = read("""
                storage:
                  url: jdbc:postgresql://db/x?user=me&password=hush-in-a-url
                  user: ${file:hidden}
                  password: hush
                catalog:
                  providers:
                    github: {anything: hush-of-another}
                plugins:
                  config:
                    rates: {colour: hush-of-a-plugin}
                """);
        assertEquals("***", setting(config, "storage.password").value());
        assertEquals("***", setting(config, "storage.user").value());
        assertEquals(
                "jdbc:postgresql://db/x?user=me&password=***",
                setting(config, "storage.url").value());
        assertFalse(
                config.settings().toString().contains("hush"),
                () -> config.settings().toString());
    }

    @Test
    void aPasswordIsHiddenBeforeALongSettingIsCut() throws IOException {
        String start = "https://" + "u".repeat(180) + ":hush-";
        PortalConfig config = read("catalog: {locations: [{type: url, target: '%s%s@example.com/c'}]}"
                .formatted(start, "more".repeat(10)));
        assertEquals(
                "https://***@example.com/c",
                setting(config, "catalog.locations[0].target").value());
    }

    @Test
    void thePortOfTheCommandLineIsSaidToBeFromThere() throws IOException {
        Path file = Files.writeString(folder.resolve("c.yaml"), "server: {port: 1}");
        PortalConfig config = new ConfigReader(folder, folder, name -> null).read(List.of(file), "0");
        assertEquals(new PortalSetting("server.port", "0", "--port", List.of()), setting(config, "server.port"));
        assertTrue(PortalConfig.isLive("auth.sessions.idle"));
        assertFalse(PortalConfig.isLive("auth.policy"));
    }

    private PluginSections sections(SecretSource secrets, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("c.yaml"), text);
        return new ConfigReader(folder, folder, name -> null, secrets)
                .read(List.of(file), null)
                .plugins()
                .sections();
    }

    @Test
    void settingsOfPluginsHoldWhatOtherPluginsFetch() throws IOException {
        String text =
                "plugins: {config: {rates: {token: 'Bearer ${safe:a/b#c}', plain: '$${safe:x}', old: '${safe:o}'}}}";
        SecretReference token = new SecretReference("safe", "a/b#c");
        SecretReference old = new SecretReference("safe", "o");
        PluginSections sections = sections(
                reference -> new SecretSource.Fetched(
                        "hush-" + reference.key(), reference.equals(old) ? "it is locked" : null),
                text);
        assertEquals(Map.of("rates", Set.of(token, old)), sections.references());
        assertEquals(
                Set.of("hush-a/b#c", "hush-o"),
                Set.copyOf(sections.secrets().stream().map(Secret::reveal).toList()));
        PluginSection rates = sections.of("rates");
        assertEquals(
                Json.object()
                        .put("token", "Bearer hush-a/b#c")
                        .put("plain", "${safe:x}")
                        .put("old", "hush-o")
                        .build(),
                rates.values());
        assertTrue(rates.isHidden(List.of("token")));
        assertEquals(
                Map.entry(List.of("old"), "is the secret safe:o, which could not be fetched again: it is locked"),
                rates.stale().orElseThrow());
        assertFalse(sections.toString().contains("hush"), sections::toString);
    }

    @Test
    void aSecretThatIsNotThereIsAFaultOfItsSettingAlone() throws IOException {
        PluginSections sections = sections(
                reference -> new SecretSource.Fetched(null, "it is locked"),
                "plugins: {config: {rates: {token: '${safe:a#b}'}}}");
        assertEquals(
                "the secret safe:a#b is not there: it is locked.",
                sections.of("rates").fault(List.of("token")).orElseThrow());
    }

    @Test
    void thePortalsOwnSettingsHoldNothingThatPluginsFetch() {
        String message = Objects.requireNonNull(assertThrows(
                        ConfigException.class,
                        () -> sections(
                                reference -> new SecretSource.Fetched("hush", null),
                                "storage: {url: 'jdbc:postgresql://db/x', password: '${safe:a#b}'}"))
                .getMessage());
        assertTrue(message.contains("c.yaml: ${safe:a#b} would be fetched by a plugin"), message);
        assertTrue(message.contains("Write ${NAME} or ${file:path} here."), message);
    }

    @Test
    void thePortalsOwnSecretsAreThePasswordsOfItsDatabase() throws IOException {
        assertEquals(List.of(), read("").secrets());
        assertEquals(
                List.of("in-the-url", "hush"),
                read("storage: {url: 'jdbc:postgresql://db/x?user=a&password=in-the-url&ssl=true', password: hush}")
                        .secrets());
    }

    @Test
    void jobsOfOthersAreLetInWhereAnEntrySaysWhich() throws IOException {
        Workload workload = read("""
                auth:
                  workloads:
                    - issuer: https://token.actions.githubusercontent.com
                      audience: https://portal.example.com
                      claims: {repository: acme/payments, ref: refs/heads/*}
                      as: group:default/payments
                      plugins: [payments]
                """).auth().workloads().get(0);
        assertEquals(
                new Workload(
                        "https://token.actions.githubusercontent.com",
                        "https://portal.example.com",
                        Map.of("repository", "acme/payments", "ref", "refs/heads/*"),
                        "group:default/payments",
                        Set.of("payments"),
                        Set.of("plugin.read", "plugin.manage")),
                workload);
        assertEquals(List.of(), read("").auth().workloads());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                issuer: http://builder.example.com, audience: a, claims: {a: b}, as: user:a/b, plugins: [c] | must have an issuer
                issuer: https://b.example.com?x=y, audience: a, claims: {a: b}, as: user:a/b, plugins: [c]  | must have an issuer
                issuer: https://b.example.com, claims: {a: b}, as: user:a/b, plugins: [c]                   | must have an audience
                issuer: https://b.example.com, audience: a, as: user:a/b, plugins: [c]                      | each job of everybody
                issuer: https://b.example.com, audience: a, claims: {a: '*'}, as: user:a/b, plugins: [c]    | must be a text
                issuer: https://b.example.com, audience: a, claims: {a: 'b*'}, as: user:a/b, plugins: [c]   | must be a text
                issuer: https://b.example.com, audience: a, claims: {a: b}, as: payments, plugins: [c]      | must have an 'as'
                issuer: https://b.example.com, audience: a, claims: {a: b}, as: user:a/b                    | names of plugins
                issuer: https://b.example.com, audience: a, claims: {a: b}, as: user:a/b, plugins: ['*']    | names of plugins
                issuer: https://b.example.com, audience: a, claims: {a: b}, as: user:a/b, plugins: [c], x: y | is not known
                """)
    void anEntryThatWouldLetInTooMuchIsRefused(String entry, String why) {
        String message = Objects.requireNonNull(
                assertThrows(ConfigException.class, () -> read("auth: {workloads: [{" + entry + "}]}"))
                        .getMessage());
        assertTrue(message.contains("c0.yaml:1:") && message.contains(why), message);
    }

    @Test
    void limitsOfPluginsAreSetOneByOne() throws IOException {
        PluginLimits limits = read("""
                plugins:
                  limits:
                    requestDeadline: 2500ms
                    requests: 8
                    answerMebibytes: 1
                    coolDown: {seconds: 3}
                """).plugins().limits();
        assertEquals(Duration.ofMillis(2_500), limits.requestDeadline());
        assertEquals(8, limits.requests());
        assertEquals(1 << 20, limits.answerBytes());
        assertEquals(Duration.ofSeconds(3), limits.breaking().coolDown());
        assertEquals(PluginLimits.DEFAULT.callDeadline(), limits.callDeadline());
        assertEquals(PluginLimits.DEFAULT, read("").plugins().limits());
    }

    @Test
    void whatPluginsMayTakeOfTheDatabaseIsSetOneByOne() throws IOException {
        TableLimits limits = read("""
                plugins:
                  tables:
                    transactions: 6
                    deadline: 1m
                """).plugins().tables();
        TableLimits shipped = TableLimits.DEFAULT;
        assertEquals(
                new TableLimits(shipped.connections(), 6, shipped.patience(), Duration.ofMinutes(1), shipped.slow()),
                limits);
        assertEquals(shipped, read("").plugins().tables());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requestDeadline: 2h | must be from 100 milliseconds to 1 hour, written as {seconds: 30}, 30s or PT30S",
                "requests: many      | must be a whole number from 1 to 64",
                "requests: 0         | must be a whole number from 1 to 64",
                "patience: 3         | is not known; known are requestDeadline, callDeadline, requests, calls,"
            })
    void limitsOfPluginsThatCantBeUsedAreRefusedWithTheirPlace(String setting, String rule) {
        ConfigException refused =
                assertThrows(ConfigException.class, () -> read("plugins:\n  limits:\n    " + setting + "\n"));
        assertTrue(String.valueOf(refused.getMessage()).contains("c0.yaml:3:"), refused::getMessage);
        assertTrue(String.valueOf(refused.getMessage()).contains("' " + rule), refused::getMessage);
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
    void theDatabaseIsInTheStorageFolderOrOnAServerWhosePasswordIsNeverShown() throws IOException {
        assertNull(read("storage:\n  dir: kept\n").database());
        DatabaseServer server = read("""
                storage:
                  url: jdbc:postgresql://db.example.com/callboard
                  user: portal
                  password: ${NAME}
                """).database();
        assertEquals(new DatabaseServer("jdbc:postgresql://db.example.com/callboard", "portal", "value"), server);
        assertTrue(!String.valueOf(server).contains("value"), String.valueOf(server));
        assertNull(Objects.requireNonNull(
                        read("storage: {url: \"jdbc:postgresql:all?user=a\"}").database())
                .user());
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
                "server:#  prot: 1         | c0.yaml:2:3: 'server.prot' is not known; known are baseUrl, host, limits, port, proxies, tls.",
                "sever: {}                 | c0.yaml:1:1: 'sever' is not known",
                "server:#  port: [1]       | c0.yaml:2:3: 'server.port' must be a single value.",
                "development: sometimes    | c0.yaml:1:1: 'development' must be true or false.",
                "catalog:#  locations: {}  | c0.yaml:2:3: 'catalog.locations' must be a list.",
                "catalog:#  locations: [{type: file}] | 'catalog.locations.0' must have a type and a target.",
                "storage:#  dir: ${MISSING}| the environment has no variable MISSING; set it, or write ${MISSING:-default}.",
                "server:#  port: 70000     | server.port is '70000', and a port is a number from 0 to 65535.",
                "server:#  baseUrl: portal | server.baseUrl is 'portal', and must be a URL such as",
                "server:#  baseUrl: https://a.com/api/ | server.baseUrl is 'https://a.com/api/'",
                "server:#  baseUrl: https://a.com/x/../y | server.baseUrl is 'https://a.com/x/../y'",
                "server:#  baseUrl: https://a.com/x?y | server.baseUrl is 'https://a.com/x?y'",
                "server:#  host: a#  host: b | c0.yaml:3:3:",
                "audit:#  kept: 12h        | c0.yaml:2:3: 'audit.kept' must be from 1 to 36500 days",
                "auth:#  tokens:#    longest: 12h | c0.yaml:3:5: 'auth.tokens.longest' must be from 1 to 3650 days",
                "auth:#  tokens:#    most: 1 | c0.yaml:3:5: 'auth.tokens.most' is not known; known are longest.",
                "auth:#  sessions:#    idle: 1s | c0.yaml:3:5: 'auth.sessions.idle' must be from 5 minutes to 90 days",
                "auth:#  people: all | 'auth.people' must be a list of rules.",
                "auth:#  people:#    - by: username | 'auth.people.0' must have the issuer who vouches",
                "auth:#  people:#    - issuer: https://x#      by: email | 'auth.people.0' must have a subject and its user, or",
                "auth:#  people:#    - issuer: https://x#      by: name | 'auth.people.0' must have a subject and its user, or",
                "auth:#  people:#    - issuer: https://x#      subject: 12 | 'auth.people.0' may have by, domain, issuer, subject, user, each a text",
                "auth:#  people:#    - issuer: https://x#      by: username#      user: user:default/x | 'auth.people.0' must name a user in full",
                "auth:#  people:#    - issuer: https://x#      subject: a#      user: user:default/admin | 'auth.people.0' must name a user in full, such as user:default/mara, and not the administrator.",
                "auth:#  people:#    - issuer: https://x#      subject: a#      user: portal:default/portal | 'auth.people.0' must name a user in full",
                "auth:#  groups:#    - issuer: https://x#      name: a | 'auth.groups.0' must have a name and its group, or else a prefix.",
                "auth:#  guest: user:default/admin | 'auth.guest' must name a user in full",
                "auth:#  tokens: 90d       | c0.yaml:2:3: 'auth.tokens' must hold keys.",
                "audit:#  rows: 10         | c0.yaml:2:3: 'audit.rows' must be a number from 1000",
                "storage:#  user: a        | storage.user and storage.password are of use with storage.url only",
                "storage:#  host: db       | 'storage.host' is not known; known are dir, password, url, user.",
                "a: [                      | c0.yaml:",
                "reading:#  deny: []       | c0.yaml:2:3: 'reading.deny' is not known; known are allow, hooks.",
                "reading: []               | c0.yaml:1:1: 'reading' must hold keys.",
                "reading:#  allow: {}      | c0.yaml:2:3: 'reading.allow' must be a list of entries with a host.",
                "reading:#  allow:#    - paths: [/a] | c0.yaml:3:7: 'reading.allow.0' must have a host, such as example.com",
                "reading:#  allow:#    - host: a.com#    - host: [b] | c0.yaml:4:7: 'reading.allow.1' must have a host",
                "reading:#  allow:#    - example.com | c0.yaml:3:7: 'reading.allow.0' must have a host",
                "reading:#  allow:#    - host: a.com#      port: 1 | c0.yaml:4:7: 'reading.allow.0.port' is not known; known are host, paths.",
                "reading:#  allow:#    - host: a.com#      paths: /a | c0.yaml:4:7: 'reading.allow.0.paths' must be a list",
                "reading:#  allow:#    - host: a.com#      paths: [] | c0.yaml:4:7: 'reading.allow.0.paths' must be a list",
                "reading:#  allow:#    - host: a.com#      paths: [a] | c0.yaml:3:7: 'reading.allow.0' has the path 'a'; start each path with a slash.",
                "reading:#  allow:#    - host: https://a.com | c0.yaml:3:7: 'reading.allow.0' has the",
                "reading:#  allow:#    - host: '*' | c0.yaml:3:7: 'reading.allow.0' has the host '*'",
                "reading:#  allow:#    - host: 'a.*.com' | c0.yaml:3:7: 'reading.allow.0' has the host 'a.*.com'",
                "reading:#  allow:#    - host: '*.10.0.0.1' | c0.yaml:3:7: 'reading.allow.0' puts a wildcard before an address",
                "reading:#  allow:#    - host: '2130706433' | c0.yaml:3:7: 'reading.allow.0' has the host '2130706433', which is a number in disguise",
                "reading:#  allow:#    - host: 'a.com:0' | c0.yaml:3:7: 'reading.allow.0' has the port '0'; write one port",
                "reading:#  allow:#    - host: '${NAME}:x' | c0.yaml:3:7: 'reading.allow.0' has the port 'x'",
                "plugins:#  outbox: a | c0.yaml:2:3: 'plugins.outbox' is not known; known are config, declared, hosts, inbox, limits, logs, previews, probation, revisions, signatures, startPauseSeconds, startTries, tables.",
                "plugins:#  previews: 3 | c0.yaml:2:3: 'plugins.previews' must hold keys.",
                "plugins:#  previews:#    most: 51 | c0.yaml:3:5: 'plugins.previews.most' must be a whole number from 0 to 50.",
                "plugins:#  previews:#    lifetime: 2d | c0.yaml:3:5: 'plugins.previews.lifetime' must be from 1 second to 1 day",
                "plugins:#  previews:#    longest: 1h | c0.yaml:3:5: 'plugins.previews.longest' is not known; known are lifetime, most.",
                "plugins:#  signatures: off | c0.yaml:2:3: 'plugins.signatures' must hold keys.",
                "plugins:#  signatures:#    policy: maybe | c0.yaml:3:5: 'plugins.signatures.policy' must be off or require.",
                "plugins:#  signatures:#    polici: off | c0.yaml:3:5: 'plugins.signatures.polici' is not known; known are keys, policy, revoked.",
                "plugins:#  signatures:#    keys: {} | c0.yaml:3:5: 'plugins.signatures.keys' must be a list of keys.",
                "plugins:#  signatures:#    keys:#      - owners: [a] | c0.yaml:4:9: 'plugins.signatures.keys.0' must have a certificate and owners.",
                "plugins:#  signatures:#    keys:#      - certificate: a.pem | c0.yaml:4:9: 'plugins.signatures.keys.0' must have a certificate and owners.",
                "plugins:#  signatures:#    keys:#      - certificate: gone.pem#        owners: [a] | c0.yaml:4:9: 'plugins.signatures.keys.0.certificate' names the file ",
                "plugins:#  signatures:#    keys:#      - owners: [a]#        certificate: c0.yaml | c0.yaml:5:9: 'plugins.signatures.keys.0.certificate' names the file ",
                "plugins:#  signatures:#    keys:#      - owners: [a]#        certificate: '-----BEGIN CERTIFICATE-----x' | .certificate' holds no X.509 certificate in PEM or DER.",
                "plugins:#  signatures:#    revoked: [abc] | c0.yaml:3:5: 'plugins.signatures.revoked' must be a list of SHA-256 fingerprints",
                "plugins:#  signatures:#    revoked: abc | c0.yaml:3:5: 'plugins.signatures.revoked' must be a list",
                "catalog:#  processingInterval: 2 | c0.yaml:2:3: 'catalog.processingInterval' must be from 10 seconds to 1 day, written as {minutes: 2}, 2m or PT2M.",
                "catalog:#  processingInterval: false | c0.yaml:2:3: 'catalog.processingInterval' must be",
                "catalog:#  processingInterval: 9s | c0.yaml:2:3: 'catalog.processingInterval' must be",
                "catalog:#  processingInterval: 25h | c0.yaml:2:3: 'catalog.processingInterval' must be",
                "catalog:#  processingInterval: {weeks: 1} | c0.yaml:2:3: 'catalog.processingInterval' must be",
                "catalog:#  processingInterval: {minutes: x} | c0.yaml:2:3: 'catalog.processingInterval' must be",
                "catalog:#  processingInterval: {minutes: 1e999} | c0.yaml:2:3: 'catalog.processingInterval' must be",
                "plugins:#  tables: 5 | c0.yaml:2:3: 'plugins.tables' must hold keys.",
                "plugins:#  tables:#    connections: 0 | c0.yaml:3:5: 'plugins.tables.connections' must be a whole number from 1 to 200.",
                "plugins:#  tables:#    slow: 2h | c0.yaml:3:5: 'plugins.tables.slow' must be from 0 milliseconds to 1 hour",
                "plugins:#  logs: 5 | c0.yaml:2:3: 'plugins.logs' must hold keys.",
                "plugins:#  logs: {lines: 5} | c0.yaml:2:10: 'plugins.logs.lines' is not known; known are fileKilobytes, files, keepDays, linesPerSecond.",
                "plugins:#  logs:#    files: 0 | c0.yaml:3:5: 'plugins.logs.files' must be a whole number from 1 to 100.",
                "plugins:#  logs: {keepDays: [1]} | 'plugins.logs.keepDays' must be a whole number from 1 to 3650.",
                "catalog:#  processingInterval: -2m | c0.yaml:2:3: 'catalog.processingInterval' must be",
            })
    void whatCannotBeUsedIsOneSentenceWithItsPlace(String text, String message) {
        ConfigException wrong = assertThrows(ConfigException.class, () -> read(text.replace("#", "\n")));
        assertTrue(String.valueOf(wrong.getMessage()).contains(message), wrong.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.com, ''",
        "https://a.com/, ''",
        "https://a.com/callboard, /callboard",
        "https://a.com/tools/callboard/, /tools/callboard",
        "https://a.com/apis/ui, /apis/ui"
    })
    void theBaseUrlMayHaveAPath(String url, String path) throws IOException {
        assertEquals(path, read("server:\n  baseUrl: " + url + "\n").basePath());
    }

    @Test
    void theAuditIsKeptAsLongAsConfigured() throws IOException {
        assertEquals(new PortalConfig.Audit(Duration.ofDays(400), 1_000_000), read("").audit());
        assertEquals(
                new PortalConfig.Audit(Duration.ofDays(30), 5_000),
                read("audit:\n  kept: {days: 30}\n  rows: 5000\n").audit());
    }

    @Test
    void saysWhoPeopleAreThatOthersVouchFor() throws IOException {
        PortalConfig.Auth auth = read("""
                auth:
                  guest: user:default/guest
                  people:
                    - {issuer: https://a, subject: "12", user: user:default/mara}
                    - {issuer: https://a, by: email, domain: example.com}
                  groups:
                    - {issuer: https://a, prefix: cb-}
                    - {issuer: https://a, name: x, group: group:default/y}
                  sessions: {idle: 8h}
                """).auth();
        assertEquals(
                new People(
                        List.of(
                                new PeopleRule("https://a", PeopleRule.By.SUBJECT, "12", "user:default/mara"),
                                new PeopleRule(
                                        "https://a", PeopleRule.By.EMAIL, "example.com", "user:default/{value}")),
                        List.of(
                                new GroupRule("https://a", GroupRule.Is.PREFIXED, "cb-", "group:default/{value}"),
                                new GroupRule("https://a", GroupRule.Is.NAMED, "x", "group:default/y")),
                        "user:default/guest"),
                auth.people());
        assertEquals(new Sessions.Lifetimes(Duration.ofHours(8), Duration.ofDays(7)), auth.sessions());
        assertEquals(
                new PortalConfig.Auth(
                        People.NOBODY, Sessions.Lifetimes.USUAL, Duration.ofDays(365), List.of(), List.of()),
                read("").auth());
    }

    @Test
    void aTokenIsGoodForAYearAtTheMostUnlessConfigured() throws IOException {
        assertEquals(Duration.ofDays(365), read("").auth().longestToken());
        assertEquals(
                Duration.ofDays(30),
                read("auth:\n  tokens:\n    longest: 30d\n").auth().longestToken());
    }

    @Test
    void nothingMayBeReadFromTheWebUnlessListed() throws IOException {
        assertEquals(List.of(), read("").reading());
        PortalConfig config = read("""
                reading:
                  allow:
                    - host: Example.COM
                    - host: '*.example.org'
                      paths: [/catalog/, /%7ea]
                    - host: localhost:8080
                    - host: '[::1]:8443'
                    - host: ${NAME}.example.com
                """);
        assertEquals(
                List.of(
                        new AllowedHost("example.com", 0, List.of()),
                        new AllowedHost("*.example.org", 0, List.of("/catalog/", "/~a")),
                        new AllowedHost("localhost", 8080, List.of()),
                        new AllowedHost("[0:0:0:0:0:0:0:1]", 8443, List.of()),
                        new AllowedHost("value.example.com", 0, List.of())),
                config.reading());
    }

    @Test
    void hooksHaveANameAndASecretThatIsToldToNobody() throws IOException {
        PortalConfig config = read("""
                reading:
                  hooks:
                    - {name: git, secret: hush-hush-hush-hush}
                    - {name: other-7, secret: '0123456789abcdef'}
                """);
        assertEquals(
                List.of(new Hook("git", "hush-hush-hush-hush"), new Hook("other-7", "0123456789abcdef")),
                config.auth().hooks());
        assertEquals(List.of("hush-hush-hush-hush", "0123456789abcdef"), config.secrets());
        assertFalse(config.toString().contains("hush"), config::toString);
        assertEquals("***", setting(config, "reading.hooks[0].secret").value());
        assertTrue(PortalConfig.isLive("reading.hooks[0].secret"));
        assertEquals(
                List.of("reading.hooks"),
                config.auth()
                        .different(read("reading: {hooks: [{name: git, secret: '0123456789abcdef'}]}")
                                .auth()));
        assertEquals(List.of(), read("").auth().hooks());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {name: git, secret: 0123456789abcde}                       | must have a secret of at least 16
                {name: git}                                                | must have a name and a secret
                {name: git, secret: 0123456789abcdefg, events: push}       | must have a name and a secret
                {name: Git/../x, secret: 0123456789abcdefg}                | must have a name of lower-case
                {secret: 0123456789abcdefg, name: {a: b}}                  | must have a name of lower-case
                {name: a, secret: 0123456789abcdefg}, {name: a, secret: 0123456789abcdefh} | has the name 'a'
                text                                                       | must have a name and a secret
                """)
    void hooksThatCouldNotBeUsedAreRefusedAndTheirSecretsNotShown(String hooks, String why) {
        String message = Objects.requireNonNull(
                assertThrows(ConfigException.class, () -> read("reading: {hooks: [" + hooks + "]}"))
                        .getMessage());
        assertTrue(message.contains("c0.yaml:1:") && message.contains(why), message);
        assertFalse(message.contains("0123456789"), message);
    }

    @Test
    void theConfigurationInThePageOnReadingIsAccepted() throws IOException {
        String page = Files.readString(Path.of("../distribution/docs/reading.md"));
        String[] blocks = page.split("```", -1);
        assertEquals(5, blocks.length, "two blocks and what stands around them");
        PortalConfig config = read(
                blocks[1].replaceFirst("yaml", ""),
                blocks[3].replaceFirst("yaml", "").replace("${HOOK_SECRET}", "'0123456789abcdef'"));
        assertEquals(3, config.reading().size());
        assertEquals("url", config.locations().get(0).type());
        assertEquals("code-host", config.auth().hooks().get(0).name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{minutes: 2}               | PT2M",
                "{hours: 1, seconds: 30}    | PT1H30S",
                "{minutes: 0.5}             | PT30S",
                "2m                         | PT2M",
                "90s                        | PT1M30S",
                "1.5h                       | PT1H30M",
                "1 day                      | PT24H",
                "10 seconds                 | PT10S",
                "PT3M                       | PT3M",
            })
    void theProcessingIntervalIsWrittenAsBackstageDoes(String text, Duration interval) throws IOException {
        assertEquals(interval, read("catalog:\n  processingInterval: " + text).processingInterval());
        assertEquals(Duration.ofMinutes(2), read("").processingInterval());
    }

    @Test
    void logsOfPluginsAreBounded() throws IOException {
        assertEquals(LogSettings.DEFAULT, read("").plugins().logs());
        assertEquals(
                new LogSettings(7, 2_048, 5, Duration.ofDays(30)),
                read("plugins:\n  logs: {linesPerSecond: \"${NUMBER:-7}\", fileKilobytes: 2}\n")
                        .plugins()
                        .logs());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        ConfigReader reader = new ConfigReader(folder, folder, name -> null);
        ConfigException wrong =
                assertThrows(ConfigException.class, () -> reader.read(List.of(folder.resolve("none.yaml")), null));
        assertTrue(String.valueOf(wrong.getMessage()).contains("none.yaml can't be read"));
    }

    @Test
    void pluginsMustBeSignedAsSoonAsOthersReachThePortal() throws IOException {
        for (String alone : List.of("", "host: 127.0.0.2", "host: '::1'", "baseUrl: 'http://localhost:8080'")) {
            assertEquals(SignaturePolicy.OFF, policy(alone, ""), alone);
            assertEquals(SignaturePolicy.REQUIRE, policy(alone, "require"), alone);
        }
        for (String open : List.of(
                "host: 0.0.0.0",
                "host: portal",
                "host: 127.example.com",
                "baseUrl: 'https://portal.example.com'",
                "baseUrl: 'https://127.0.0.1.example.com'")) {
            assertEquals(SignaturePolicy.REQUIRE, policy(open, ""), open);
            assertEquals(SignaturePolicy.OFF, policy(open, "off"), open);
        }
    }

    private SignaturePolicy policy(String server, String policy) throws IOException {
        String signatures = policy.isEmpty() ? "" : "plugins: {signatures: {policy: " + policy + "}}\n";
        return read("server: {" + server + "}\n" + signatures)
                .plugins()
                .signatures()
                .policy();
    }

    @Test
    void keysOfPluginsAreCertificatesInFilesOrInPlace() throws IOException {
        TestKey key = TestKey.make("Payments");
        Files.writeString(folder.resolve("payments.pem"), key.pem());
        SignatureSettings settings =
                read("""
                plugins:
                  signatures:
                    keys:
                      - certificate: payments.pem
                        owners: [group:default/payments, search]
                      - certificate: ${file:payments.pem}
                        owners: [user:default/ann]
                        plugins: ["payments-*"]
                    revoked: ["SHA256: AB:%s"]
                """.formatted("cd:".repeat(30) + "CD")).plugins().signatures();
        assertEquals(
                List.of(
                        new AcceptedKey(
                                key.certificate(),
                                Set.of(
                                        EntityRef.parse("group:default/payments"),
                                        EntityRef.parse("group:default/search")),
                                List.of("*")),
                        new AcceptedKey(
                                key.certificate(), Set.of(EntityRef.parse("user:default/ann")), List.of("payments-*"))),
                settings.keys());
        assertEquals(Set.of("ab" + "cd".repeat(31)), settings.revoked());
    }

    @Test
    void declaredPluginsKnowTheirJarAndTheirLine() throws IOException {
        String digest = "sha256:" + "0a".repeat(32);
        PortalConfig config = read("""
                plugins:
                  startTries: 5
                  startPauseSeconds: 1
                  declared:
                    - {id: cost, version: 1.2.3, file: jars/cost.jar}
                    - id: deploys
                      version: 2.0.0-rc1
                      url: https://example.com/deploys.jar
                      digest: %s
                """.formatted(digest));
        assertEquals(new StartTries(5, Duration.ofSeconds(1)), config.plugins().startTries());
        assertEquals(
                List.of(
                        new DeclaredPlugin(
                                "cost",
                                "1.2.3",
                                null,
                                folder + "/jars/cost.jar",
                                DeclaredPlugin.Origin.FILE,
                                "c0.yaml:5"),
                        new DeclaredPlugin(
                                "deploys",
                                "2.0.0-rc1",
                                digest,
                                "https://example.com/deploys.jar",
                                DeclaredPlugin.Origin.URL,
                                "c0.yaml:6")),
                config.plugins().declared());
        assertEquals(StartTries.DEFAULT, read("").plugins().startTries());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no id                  | {version: 1.0.0, file: a.jar}                              | id of a plugin",
                "a version of words     | {id: a, version: latest, file: a.jar}                      | form 1.2.3",
                "neither file nor url   | {id: a, version: 1.0.0}                                    | file or a url",
                "both                   | {id: a, version: 1.0.0, file: a.jar, url: 'https://x/a'}   | file or a url",
                "a url without a digest | {id: a, version: 1.0.0, url: 'https://x/a.jar'}            | sha256",
                "a digest of another kind | {id: a, version: 1.0.0, file: a.jar, digest: 'md5:00'}   | sha256",
                "an unknown key         | {id: a, version: 1.0.0, file: a.jar, colour: red}          | colour",
                "the same once more     | '{id: a, version: 1.0.0, file: a.jar}, {id: a, version: 1.0.0, file: a.jar}' | more",
            })
    void declarationsThatNobodyCouldFollowAreRefusedWithTheirLine(String what, String entries, String says) {
        ConfigException wrong = assertThrows(
                ConfigException.class, () -> read("plugins:\n  declared: [\n    %s]\n".formatted(entries)));
        String message = String.valueOf(wrong.getMessage());
        assertTrue(message.contains("c0.yaml:3") && message.contains(says), message);
    }

    @Test
    void whatIsWrongInThePluginsOwnSettingsIsNoConcernOfThePortal() throws IOException {
        PluginSections sections = read("""
                plugins:
                  config:
                    cost:
                      token: ${NOWHERE}
                      file: ${file:secret}
                  hosts:
                    cost:
                      - host: costs.example.com
                        paths: [/v1/]
                """).plugins().sections();
        assertTrue(sections.of("cost").fault(List.of("token")).orElse("").contains("no variable NOWHERE"));
        assertTrue(sections.of("cost").isHidden(List.of("file")));
        assertEquals("c0.yaml:4:7", sections.of("cost").place(List.of("token")).orElse(""));
        assertEquals(List.of(new AllowedHost("costs.example.com", 0, List.of("/v1/"))), sections.hostsOf("cost"));
        assertEquals(Set.of(folder.resolve("c0.yaml"), folder.resolve("secret")), sections.files());
        assertEquals(List.of(), sections.hostsOf("other"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config: [cost]              | plugins.config' must hold the ids of plugins",
                "config: {Cost: {a: 1}}      | plugins.config.Cost' is not the id of a plugin",
                "hosts: [example.com]        | plugins.hosts' must hold the ids of plugins",
                "hosts: {cost: example.com}  | plugins.hosts.cost' must be a list of entries with a host",
                "hosts: {cost: [{host: 1.2}]} | plugins.hosts.cost.0' must have a host",
            })
    void sectionsOfPluginsThatNobodyCouldReadAreRefused(String section, String rule) {
        ConfigException refused = assertThrows(ConfigException.class, () -> read("plugins:\n  " + section));
        assertTrue(
                refused.getMessage().contains("c0.yaml:2:")
                        && refused.getMessage().contains(rule),
                refused::getMessage);
    }

    @Test
    void aKeyWithoutAValueIsAsGoodAsNone() throws IOException {
        PortalConfig none = read("");
        for (String text : List.of(
                "auth:\n  # guest: user:default/guest\n",
                "auth:\n  sessions:\n    # idle: 8h\n",
                "auth:\n  sessions:\n    idle:\n",
                "plugins:\n  limits:\n    # calls: 3\nserver:\n",
                "plugins:\n  config:\n    cost:\n      # rate: 3\n")) {
            PortalConfig config = read(text);
            assertEquals(none.auth(), config.auth(), text);
            assertEquals(none.plugins().limits(), config.plugins().limits(), text);
            assertEquals(none.host(), config.host(), text);
            assertEquals(
                    List.of(),
                    none.plugins().sections().different(config.plugins().sections()),
                    text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/etc/passwd", "a/b", "..", "a.b", "%2e%2e", "x\\y", "C:x"})
    void anIdIsNeverAPath(String id) {
        String quoted = "'" + id + "'";
        for (String section : List.of(
                "config: {" + quoted + ": {a: 1}}",
                "hosts: {" + quoted + ": [{host: example.com}]}",
                "declared: [{id: " + quoted + ", version: 1.0.0, file: x.jar}]")) {
            ConfigException refused =
                    assertThrows(ConfigException.class, () -> read("plugins:\n  " + section), section);
            assertTrue(refused.getMessage().contains("c0.yaml:2:"), refused::getMessage);
        }
    }

    @Test
    void tellsWhichSectionsBecameOthers() throws IOException {
        PluginSections before =
                read("server: {port: 1}\ncatalog: {readonly: true}\n").plugins().sections();
        PluginSections after = read("server: {port: 2}\nplugins: {config: {a: {b: 1}}, revisions: 3}\n")
                .plugins()
                .sections();
        assertEquals(List.of("catalog.readonly", "plugins.revisions", "server.port"), before.different(after));
        assertEquals(List.of(), before.different(before));
    }

    @Test
    void tellsWhichKeysOfAuthCountAtOnceAndWhichDoNot() throws IOException {
        PortalConfig before = read("auth: {guest: user:default/guest, sessions: {idle: 8h}}\n");
        PortalConfig after = read("""
                auth:
                  policy: other.yaml
                  proxy: {from: [10.0.0.7], user: X-Forwarded-User}
                  people: [{issuer: https://a, by: username}]
                  groups: [{issuer: https://a, prefix: cb-}]
                  tokens: {longest: 30d}
                  workloads:
                    - issuer: https://ci.example.com
                      audience: portal
                      claims: {repository: acme/ledger}
                      as: group:default/payments
                      plugins: [ledger]
                """);
        assertEquals(
                List.of("auth.groups", "auth.guest", "auth.people", "auth.sessions", "auth.tokens", "auth.workloads"),
                before.auth().different(after.auth()));
        assertEquals(List.of(), before.auth().different(before.auth()));
        assertEquals(
                List.of("auth.policy", "auth.proxy"),
                before.plugins().sections().different(after.plugins().sections()));
    }
}
