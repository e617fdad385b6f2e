package org.callboard.core.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.callboard.api.model.Json;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.ParsedDocument;
import org.callboard.core.read.ParsedDocument.Broken;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.read.ReadLimits;
import org.callboard.core.signature.SignaturePolicy;
import org.jspecify.annotations.Nullable;

/** Reads {@code callboard.yaml}: files in order, later ones over earlier ones, checked, with values put in. */
public final class ConfigReader {

    private static final List<BiConsumer<Parsed, Json.Obj>> SECTIONS = List.of(
            ReadingSection::check,
            ProcessingInterval::check,
            LifecycleSection::check,
            PreviewSection::check,
            SignaturesSection::check,
            PluginLogSection::check,
            PluginLimitsSection::check,
            TablesSection::check,
            SectionsOfPlugins::check,
            AuditSection::check,
            TokensSection::check,
            PeopleSection::check,
            SessionsSection::check,
            EdgeSection::check,
            WorkloadsSection::check,
            HooksSection::check);

    private final Path data;

    private final Path home;
    private final Function<String, @Nullable String> environment;
    private final SecretSource secrets;

    /** Reads with defaults below these folders, where no plugin runs that could fetch a secret. */
    public ConfigReader(Path home, Path data, Function<String, @Nullable String> environment) {
        this(home, data, environment, SecretSource.NONE);
    }

    /**
     * Reads with defaults below these folders.
     *
     * @param data the storage folder unless configured
     * @param secrets for settings of plugins
     */
    public ConfigReader(Path home, Path data, Function<String, @Nullable String> environment, SecretSource secrets) {
        this.home = home;
        this.data = data;
        this.environment = environment;
        this.secrets = secrets;
    }

    /**
     * {@return what the files say together}
     *
     * @param port the port of the command line, or null
     * @throws ConfigException where they can't be used
     */
    public PortalConfig read(List<Path> files, @Nullable String port) {
        Found found = new Found(new SectionsOfPlugins(), new SettingOrigins(environment));
        Json.Obj merged = merged(files, found);
        Map<String, PortalSetting> set = new HashMap<>(found.settings().all());
        if (port != null) {
            set.put("server.port", new PortalSetting("server.port", port, "--port", List.of()));
        }
        return config(merged, port, found.sections().sections(merged), set);
    }

    /** What is noted while the files are read. */
    private record Found(SectionsOfPlugins sections, SettingOrigins settings) {}

    private PortalConfig config(
            Json.Obj merged, @Nullable String port, PluginSections sections, Map<String, PortalSetting> set) {
        String host = merged.text("server", "host").orElse("127.0.0.1");
        URI baseUrl = merged.text("server", "baseUrl").map(ServerSection::url).orElse(null);
        return new PortalConfig(
                host,
                ServerSection.port(
                        port != null ? port : scalar(merged, "server", "port").orElse("7007")),
                baseUrl,
                EdgeSection.of(merged),
                merged.text("storage", "dir").map(Path::of).orElse(data),
                database(merged),
                plugins(merged, unsaidPolicy(host, baseUrl), sections),
                AuditSection.of(merged),
                merged.text("auth", "policy").map(Path::of).orElse(null),
                auth(merged),
                CatalogSection.locations(merged),
                KindRules.of(merged.object("catalog").array("rules")),
                CatalogSection.policy(merged),
                ReadingSection.allowed(merged),
                ProcessingInterval.of(merged),
                merged.at("development").orElse(Json.Bool.FALSE) == Json.Bool.TRUE,
                set);
    }

    private static PortalConfig.Auth auth(Json.Obj merged) {
        return new PortalConfig.Auth(
                PeopleSection.of(merged),
                SessionsSection.of(merged),
                TokensSection.longest(merged),
                WorkloadsSection.of(merged),
                HooksSection.of(merged));
    }

    private Json.Obj merged(List<Path> files, Found found) {
        Json.Obj merged = Json.Obj.EMPTY;
        for (Path file : files) {
            found.sections().read(file);
            merged = merge(merged, load(file, found));
        }
        return merged;
    }

    /** {@return what unsigned plugins need where nothing is said: nothing, as long as only this machine reaches the portal} */
    private static SignaturePolicy unsaidPolicy(String host, @Nullable URI baseUrl) {
        boolean isAlone =
                PortalConfig.isLoopback(host) && (baseUrl == null || PortalConfig.isLoopback(baseUrl.getHost()));
        return isAlone ? SignaturePolicy.OFF : SignaturePolicy.REQUIRE;
    }

    private PortalConfig.Plugins plugins(Json.Obj merged, SignaturePolicy unsaid, PluginSections sections) {
        return new PortalConfig.Plugins(
                merged.text("plugins", "inbox").map(Path::of).orElse(home.resolve("plugins")),
                LifecycleSection.of(merged),
                PluginsSection.declared(merged),
                PluginsSection.tries(merged),
                PluginLogSection.of(merged),
                SignaturesSection.of(merged, unsaid),
                PluginLimitsSection.of(merged),
                TablesSection.of(merged),
                sections);
    }

    private static @Nullable DatabaseServer database(Json.Obj config) {
        Optional<String> url = config.text("storage", "url");
        Optional<String> user = scalar(config, "storage", "user");
        Optional<String> password = scalar(config, "storage", "password");
        if (url.isEmpty() && (user.isPresent() || password.isPresent())) {
            throw new ConfigException(
                    "storage.user and storage.password are of use with storage.url only; set that too.");
        }
        return url.map(address -> new DatabaseServer(address, user.orElse(null), password.orElse(null)))
                .orElse(null);
    }

    private Json.Obj load(Path file, Found found) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new ConfigException("The configuration file " + file + " can't be read.");
        }
        Json.Obj tree = Json.Obj.EMPTY;
        for (ParsedDocument document : new DocumentParser(ReadLimits.DEFAULT).parse(bytes, file.toString())) {
            if (document instanceof Broken broken) {
                throw new ConfigException(broken.problem().position() + ": "
                        + broken.problem().reason() + " " + broken.problem().fix());
            }
            if (document instanceof Parsed said) {
                Parsed parsed = new Parsed(said.index(), withoutNothing(said.tree()), said.positions());
                ConfigSchema.check(parsed);
                Json.Obj values = resolved(parsed, file, found);
                SECTIONS.forEach(section -> section.accept(parsed, values));
                tree = merge(tree, PluginsSection.checked(parsed, values));
            }
        }
        return tree;
    }

    /** A key whose values were all commented out says no more than one that is not there. */
    private static Json.Obj withoutNothing(Json.Obj tree) {
        Map<String, Json> fields = new LinkedHashMap<>();
        tree.fields().forEach((key, value) -> {
            if (value != Json.Null.NULL) {
                fields.put(key, value instanceof Json.Obj inner ? withoutNothing(inner) : value);
            }
        });
        return new Json.Obj(fields);
    }

    private Json.Obj resolved(Parsed parsed, Path file, Found found) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), home);
        found.sections().add(parsed, new Substitution(environment, folder, secrets));
        Substitution own = new Substitution(environment, folder, null);
        Json.Obj tree = (Json.Obj) substitute(SectionsOfPlugins.without(parsed.tree()), own, file.toString());
        Json.Obj absolute = new RelativePaths(folder).resolve(tree);
        found.settings().add(parsed, absolute);
        return absolute;
    }

    private static Json substitute(Json value, Substitution values, String where) {
        if (value instanceof Json.Text text) {
            return Json.of(values.apply(text.value(), where));
        }
        if (value instanceof Json.Arr array) {
            return new Json.Arr(array.items().stream()
                    .map(item -> substitute(item, values, where))
                    .toList());
        }
        if (value instanceof Json.Obj object) {
            Map<String, Json> fields = new LinkedHashMap<>();
            object.fields().forEach((key, field) -> fields.put(key, substitute(field, values, where)));
            return new Json.Obj(fields);
        }
        return value;
    }

    /** Objects field by field; all else is replaced. */
    static Json.Obj merge(Json.Obj under, Json.Obj over) {
        Json.Obj merged = under;
        for (Map.Entry<String, Json> field : over.fields().entrySet()) {
            boolean both = under.get(field.getKey()) instanceof Json.Obj && field.getValue() instanceof Json.Obj;
            merged = merged.with(
                    field.getKey(),
                    both ? merge(under.object(field.getKey()), (Json.Obj) field.getValue()) : field.getValue());
        }
        return merged;
    }

    private static Optional<String> scalar(Json.Obj config, String section, String key) {
        return config.at(section, key)
                .map(value -> value instanceof Json.Num number
                        ? number.value().toPlainString()
                        : value instanceof Json.Text text ? text.value() : null);
    }
}
