package org.callboard.core.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;
import org.callboard.core.config.PortalConfig.CatalogPolicy;
import org.callboard.core.config.PortalConfig.DatabaseServer;
import org.callboard.core.config.PortalConfig.Location;
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
            SignaturesSection::check,
            PluginLogSection::check,
            PluginLimitsSection::check,
            AuditSection::check);
    /** A proxy may take the path off, so that what begins with it has to be told from the portal's own paths. */
    private static final Pattern BASE_PATH = Pattern.compile(
            "(?!/(api|ui|signin|health|metrics|maven|rescue|catalog|plugins|problems|docs)(/|$))(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?");

    private final Path data;
    private final Path home;
    private final Function<String, @Nullable String> environment;

    /**
     * Reads with defaults below these folders.
     *
     * @param data the storage folder unless configured
     */
    public ConfigReader(Path home, Path data, Function<String, @Nullable String> environment) {
        this.home = home;
        this.data = data;
        this.environment = environment;
    }

    /**
     * {@return what the files say together}
     *
     * @param port the port of the command line, or null
     * @throws ConfigException where they can't be used
     */
    public PortalConfig read(List<Path> files, @Nullable String port) {
        Json.Obj merged = Json.Obj.EMPTY;
        for (Path file : files) {
            merged = merge(merged, load(file));
        }
        String host = merged.text("server", "host").orElse("127.0.0.1");
        URI baseUrl = merged.text("server", "baseUrl").map(ConfigReader::url).orElse(null);
        return new PortalConfig(
                host,
                number(port != null ? port : scalar(merged, "server", "port").orElse("7007")),
                baseUrl,
                merged.text("storage", "dir").map(Path::of).orElse(data),
                database(merged),
                plugins(merged, unsaidPolicy(host, baseUrl)),
                AuditSection.of(merged),
                locations(merged),
                KindRules.of(merged.object("catalog").array("rules")),
                policy(merged),
                ReadingSection.allowed(merged),
                ProcessingInterval.of(merged),
                merged.at("development").orElse(Json.Bool.FALSE) == Json.Bool.TRUE);
    }

    /** {@return what unsigned plugins need where nothing is said: nothing, as long as only this machine reaches the portal} */
    private static SignaturePolicy unsaidPolicy(String host, @Nullable URI baseUrl) {
        boolean isAlone =
                PortalConfig.isLoopback(host) && (baseUrl == null || PortalConfig.isLoopback(baseUrl.getHost()));
        return isAlone ? SignaturePolicy.OFF : SignaturePolicy.REQUIRE;
    }

    private PortalConfig.Plugins plugins(Json.Obj merged, SignaturePolicy unsaid) {
        return new PortalConfig.Plugins(
                merged.text("plugins", "inbox").map(Path::of).orElse(home.resolve("plugins")),
                LifecycleSection.of(merged),
                PluginsSection.declared(merged),
                PluginsSection.tries(merged),
                PluginLogSection.of(merged),
                SignaturesSection.of(merged, unsaid),
                PluginLimitsSection.of(merged));
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

    private static CatalogPolicy policy(Json.Obj config) {
        return new CatalogPolicy(
                config.at("catalog", "readonly").orElse(Json.Bool.FALSE) == Json.Bool.TRUE,
                config.text("catalog", "orphanStrategy").orElse("delete").equals("keep"));
    }

    private Json.Obj load(Path file) {
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
            if (document instanceof Parsed parsed) {
                ConfigSchema.check(parsed);
                Json.Obj values = resolved(parsed, file);
                SECTIONS.forEach(section -> section.accept(parsed, values));
                tree = merge(tree, PluginsSection.checked(parsed, values));
            }
        }
        return tree;
    }

    private Json.Obj resolved(Parsed parsed, Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), home);
        Substitution values = new Substitution(environment, folder);
        Json.Obj tree = (Json.Obj) substitute(parsed.tree(), values, file.toString());
        return new RelativePaths(folder).resolve(tree);
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
    private static Json.Obj merge(Json.Obj under, Json.Obj over) {
        Json.Obj merged = under;
        for (Map.Entry<String, Json> field : over.fields().entrySet()) {
            boolean both = under.get(field.getKey()) instanceof Json.Obj && field.getValue() instanceof Json.Obj;
            merged = merged.with(
                    field.getKey(),
                    both ? merge(under.object(field.getKey()), (Json.Obj) field.getValue()) : field.getValue());
        }
        return merged;
    }

    private static List<Location> locations(Json.Obj config) {
        KindRules rules = KindRules.of(config.object("catalog").array("rules"));
        List<Location> locations = new ArrayList<>();
        for (Json item : config.array("catalog", "locations").items()) {
            if (item instanceof Json.Obj location) {
                String type = location.text("type").orElse("");
                String target = location.text("target").orElse("");
                locations.add(new Location(type, target, rules.allowed(type, target, location.array("rules"))));
            }
        }
        return locations;
    }

    private static Optional<String> scalar(Json.Obj config, String section, String key) {
        return config.at(section, key)
                .map(value -> value instanceof Json.Num number
                        ? number.value().toPlainString()
                        : value instanceof Json.Text text ? text.value() : null);
    }

    private static int number(String port) {
        try {
            int number = Integer.parseInt(port);
            if (number >= 0 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // said below
        }
        throw new ConfigException("server.port is '" + port + "', and a port is a number from 0 to 65535.");
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null
                    && List.of("http", "https").contains(url.getScheme())
                    && BASE_PATH.matcher(url.getRawPath()).matches()
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw new ConfigException(
                "server.baseUrl is '" + text + "', and must be a URL such as https://portal.example.com or"
                        + " https://example.com/callboard, whose path begins with no name that the portal itself uses.");
    }
}
