package org.callboard.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.config.PluginConfiguration;
import org.callboard.api.config.Secret;
import org.callboard.api.config.Setting;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Diagnosis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginSettingsTest {

    enum Mode {
        AT_ONCE,
        LATER
    }

    record Server(
            @Setting("Where") String host,
            @Setting(value = "Which port", fallback = "443") int port,
            @Setting("Its key") Optional<Secret> key) {

        Server {
            if (port == 1) {
                throw new IllegalArgumentException("port must not be 1.");
            }
        }
    }

    @PluginConfiguration
    record Everything(
            @Setting("t") String text,
            @Setting("b") boolean yes,
            @Setting("i") int whole,
            @Setting("l") long large,
            @Setting("d") double number,
            @Setting("bd") BigDecimal exact,
            @Setting("du") Duration time,
            @Setting("u") URI url,
            @Setting("e") Mode mode,
            @Setting("lt") LocalTime at,
            @Setting("z") ZoneId zone,
            @Setting("r") EntityRef owner,
            @Setting("s") Secret token,
            @Setting("o") Optional<Integer> some,
            @Setting("o") Optional<Integer> none,
            @Setting("li") List<Duration> times,
            @Setting("m") Map<String, BigDecimal> prices,
            @Setting("n") Server server,
            @Setting("ln") List<Server> servers) {}

    @PluginConfiguration
    record Cost(
            @Setting("Where the cost service answers") URI endpoint,

            @Setting(value = "In which currency to show costs", fallback = "EUR")
            String currency,

            @Setting(value = "How long an answer is kept", fallback = "PT10M")
            Duration kept,

            @Setting("The token of the cost service") Secret token,
            @Setting(value = "Accounts", fallback = "") List<String> accounts,

            @Setting(
                    value = "Modes",
                    fallback = {"later", "at-once"})
            List<Mode> modes,

            @Setting(value = "Limits", fallback = "") Map<String, Integer> limits,
            @Setting("A proxy") Optional<Server> proxy) {

        Cost {
            if (!currency.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException(
                        "currency must be of ISO 4217, with the token " + token.reveal() + ".");
            }
            if (kept.isZero()) {
                throw new IllegalStateException("never");
            }
        }
    }

    private static final String COST = """
            endpoint: https://costs.example.com
            token: very-secret
            """;

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void bindsEverySortOfValue() throws Exception {
        PluginSettings settings = stage.settings(stage.sections("""
                text: 12
                yes: true
                whole: 3
                large: 9000000000
                number: 0.25
                exact: 1.10
                time: {minutes: 2}
                url: https://example.com/a
                mode: at-once
                at: "07:30"
                zone: Europe/Berlin
                owner: group:default/costs
                token: ${TOKEN}
                some: 4
                none:
                times: [1s, PT2M]
                prices: {small: 1.50}
                server: {host: a}
                servers:
                  - host: b
                    port: 80
                    key: k
                """));
        Everything all = stage.open(settings, Everything.class).current(Everything.class);
        assertEquals(
                new Everything(
                        "12",
                        true,
                        3,
                        9_000_000_000L,
                        0.25,
                        new BigDecimal("1.10"),
                        Duration.ofMinutes(2),
                        URI.create("https://example.com/a"),
                        Mode.AT_ONCE,
                        LocalTime.of(7, 30),
                        ZoneId.of("Europe/Berlin"),
                        EntityRef.parse("group:default/costs"),
                        Secret.of("of-environment"),
                        Optional.of(4),
                        Optional.empty(),
                        List.of(Duration.ofSeconds(1), Duration.ofMinutes(2)),
                        Map.of("small", new BigDecimal("1.50")),
                        new Server("a", 443, Optional.empty()),
                        List.of(new Server("b", 80, Optional.of(Secret.of("k"))))),
                all);
    }

    @Test
    void fillsInWhatTheAuthorFallsBackTo() throws Exception {
        Cost cost = stage.open(stage.settings(stage.sections(COST)), Cost.class).current(Cost.class);
        assertEquals("EUR", cost.currency());
        assertEquals(Duration.ofMinutes(10), cost.kept());
        assertEquals(List.of(), cost.accounts());
        assertEquals(List.of(Mode.LATER, Mode.AT_ONCE), cost.modes());
        assertEquals(Map.of(), cost.limits());
        assertEquals(Optional.empty(), cost.proxy());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kept: soon          | callboard.yaml:6:7: 'plugins.config.cost.kept' must be: duration, such as 10m",
                "kept: [1s]          | callboard.yaml:6:7: 'plugins.config.cost.kept' must be: duration, such as 10m",
                "curency: EUR        | callboard.yaml:6:7: 'plugins.config.cost.curency' is no setting of the plugin",
                "accounts: one       | callboard.yaml:6:7: 'plugins.config.cost.accounts' must be: list: text",
                "modes: [never]      | callboard.yaml:6:15: 'plugins.config.cost.modes.0' must be: one of at_once, later",
                "limits: {a: 1.5}    | callboard.yaml:6:16: 'plugins.config.cost.limits.a' must be: whole number",
                "proxy: {port: 80}   | callboard.yaml:6:7: 'plugins.config.cost.proxy.host' is not set",
                "'proxy: {host: a, port: 1}' | callboard.yaml:6:24: 'plugins.config.cost.proxy.port' is refused: port must not be 1.",
                "currency: euro      | callboard.yaml:6:7: 'plugins.config.cost.currency' is refused: currency must be",
                "kept: 0s            | callboard.yaml:3:5: 'plugins.config.cost' is refused: its class",
                "currency: ${NONE}   | callboard.yaml:6:7: 'plugins.config.cost.currency' has no value: the environment",
                "currency: ${file:x} | callboard.yaml:6:7: 'plugins.config.cost.currency' has no value: the file x can't be",
            })
    void saysWhereWhatIsWrong(String line, String cause) throws Exception {
        Diagnosis diagnosis = stage.refusal(Cost.class, COST + line.replaceAll("^'|'$", ""));
        assertTrue(diagnosis.cause().startsWith(cause), diagnosis::toString);
        assertFalse(diagnosis.toString().contains("very-secret"), diagnosis::toString);
        assertTrue(diagnosis.toString().lines().count() == 1, diagnosis::toString);
    }

    @Test
    void showsWhatToWriteWhereSettingsAreMissing() throws Exception {
        Diagnosis diagnosis = stage.refusal(Cost.class, "currency: EUR");
        assertTrue(diagnosis.cause().contains("'plugins.config.cost.endpoint' is not set; "), diagnosis::toString);
        assertEquals(
                "Write in callboard.yaml: plugins: {config: {cost: {endpoint: https://example.com, token:"
                        + " ${file:/run/secrets/name}}}}, with values of your own.",
                diagnosis.fix());
        UnfitSettingsException none = assertThrows(
                UnfitSettingsException.class, () -> stage.open(stage.settings(stage.file("")), Cost.class));
        assertEquals(diagnosis.fix(), none.diagnosis().fix());
    }

    @Test
    void doesNotTellTheSecretThatIsNoText() throws Exception {
        Diagnosis diagnosis = stage.refusal(Cost.class, "endpoint: https://a.example\ntoken: [hush]\n");
        assertFalse(diagnosis.toString().contains("hush"), diagnosis::toString);
    }

    @Test
    void takesTheLaterFileOverTheEarlierOneSettingBySetting() throws Exception {
        PluginSettings settings = stage.settings(stage.file(
                "plugins:\n  config:\n    cost: {endpoint: 'https://a.example', token: a, currency: USD}\n",
                "plugins:\n  config:\n    cost: {token: b}\n"));
        RevisionSettings cost = stage.open(settings, Cost.class);
        assertEquals(Secret.of("b"), cost.current(Cost.class).token());
        assertEquals("USD", cost.current(Cost.class).currency());
        assertEquals("callboard.yaml:3:53", origin(cost, "currency"));
        assertEquals("callboard1.yaml:3:12", origin(cost, "token"));
        assertEquals("default", origin(cost, "kept"));
        assertNull(origin(cost, "proxy"));
    }

    private static String origin(RevisionSettings settings, String name) {
        return setting(settings, name).origin();
    }

    private static SettingInForce setting(RevisionSettings settings, String name) {
        return settings.describe().stream()
                .filter(found -> found.setting().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsValuesButNoSecrets() throws Exception {
        Files.writeString(folder.resolve("password"), "from-file\n");
        RevisionSettings cost = stage.open(
                stage.settings(stage.sections(
                        "endpoint: https://a.example\ntoken: hush\naccounts: [\"${file:password}\", open]\n"
                                + "proxy: {host: h, key: hush}\n")),
                Cost.class);
        assertEquals(Json.of("***"), setting(cost, "token").value());
        assertEquals(
                Json.ofTexts(List.of("***", "open")), setting(cost, "accounts").value());
        assertEquals(
                Json.object().put("host", "h").put("key", "***").build(),
                setting(cost, "proxy").value());
        assertEquals(List.of("from-file", "open"), cost.current(Cost.class).accounts());
        assertFalse(cost.current(Cost.class).toString().contains("hush"));
        assertFalse(cost.describe().toString().contains("hush"));
    }

    @Test
    void followsTheFilesAndKeepsTheLastGoodConfiguration() throws Exception {
        PluginSettings settings = stage.settings(stage.sections(COST));
        RevisionSettings cost = stage.open(settings, Cost.class);
        Cost first = cost.current(Cost.class);
        assertEquals(List.of(), settings.changed(stage.sections(COST + "# a comment\n")));
        assertSame(first, cost.current(Cost.class));
        assertEquals(List.of(Stage.REVISION), settings.changed(stage.sections(COST + "currency: USD\n")));
        assertEquals("USD", cost.current(Cost.class).currency());
        assertEquals(List.of(), settings.changed(stage.sections(COST + "currency: dollars\n")));
        assertEquals("USD", cost.current(Cost.class).currency());
        assertTrue(String.valueOf(cost.problem()).contains("ISO 4217"), () -> String.valueOf(cost.problem()));
        assertFalse(String.valueOf(cost.problem()).contains("very-secret"), () -> String.valueOf(cost.problem()));
        assertEquals(Json.of("USD"), setting(cost, "currency").value());
        assertEquals(List.of(), settings.changed(stage.sections(COST + "currency: USD\n")));
        assertNull(cost.problem());
    }

    @Test
    void noticesThatAFileWhichAValueComesFromBecameAnother() throws Exception {
        String lines = "endpoint: https://a.example\ntoken: ${file:token}\n";
        Files.writeString(folder.resolve("token"), "one\n");
        PluginSettings settings = stage.settings(stage.sections(lines));
        RevisionSettings cost = stage.open(settings, Cost.class);
        assertTrue(settings.sections().files().contains(folder.resolve("token").toAbsolutePath()));
        Files.writeString(folder.resolve("token"), "two\n");
        assertEquals(List.of(Stage.REVISION), settings.changed(stage.sections(lines)));
        assertEquals("two", cost.current(Cost.class).token().reveal());
    }

    @Test
    void hasOnlyTheRecordOfThePlugin() throws Exception {
        PluginSettings settings = stage.settings(stage.sections(COST));
        RevisionSettings cost = stage.open(settings, Cost.class);
        assertThrows(IllegalArgumentException.class, () -> cost.current(Server.class));
        assertSame(cost, settings.of(Stage.class.getClassLoader()).orElseThrow());
        settings.close(Stage.class.getClassLoader());
        assertTrue(settings.of(Stage.class.getClassLoader()).isEmpty());
    }

    @Test
    void aSecretIsToldByNobodyButItself() {
        assertEquals("***", Secret.of("hush").toString());
        assertEquals(Secret.of("hush"), Secret.of("hush"));
        assertFalse(Secret.of("hush").equals(Secret.of("hus")));
        assertFalse(java.io.Serializable.class.isAssignableFrom(Secret.class));
    }
}
