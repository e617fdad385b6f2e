package org.callboard.core.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;
import org.callboard.core.edge.AddressBlocks;
import org.callboard.core.edge.CertificateFiles;
import org.callboard.core.edge.ProxyHeaders;
import org.callboard.core.edge.Rates;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.jspecify.annotations.Nullable;

/** Of the sections {@code server} and {@code auth}: the proxies before the portal, its certificate, and how often it may be asked. */
final class EdgeSection {

    static final List<String> PROXIES = List.of("server", "proxies");
    static final List<String> TLS = List.of("server", "tls");
    static final List<String> LIMITS = List.of("server", "limits");
    static final List<String> PROXY = List.of("auth", "proxy");

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Bounds BOUNDS = new Bounds("server", "limits")
            .count("callerPerSecond", 1, 1_000_000)
            .count("addressPerSecond", 1, 1_000_000)
            .count("connectionsPerAddress", 1, 1_000_000);

    private EdgeSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        BOUNDS.check(document, values);
        checkAddresses(document, values, PROXIES);
        checkKeys(document, values, TLS, Set.of("certificate", "key"), Set.of("password"));
        checkKeys(document, values, PROXY, Set.of("from", "user"), Set.of("groups", "domain"));
        checkAddresses(document, values, List.of("auth", "proxy", "from"));
        checkForm(document, values, List.of("auth", "proxy", "user"), HEADER, "must be the name of a header");
        checkForm(document, values, List.of("auth", "proxy", "groups"), HEADER, "must be the name of a header");
        checkForm(document, values, List.of("auth", "proxy", "domain"), DOMAIN, "must be a domain such as example.com");
    }

    private static void checkAddresses(Parsed document, Json.Obj values, List<String> path) {
        Json found = at(values, path);
        boolean isGood = found == null
                || (found instanceof Json.Arr list
                        && !list.texts().isEmpty()
                        && list.texts().size() == list.items().size()
                        && AddressBlocks.parse(list.texts()).isPresent());
        ConfigSchema.require(
                isGood, document, path, "must be a list of IP addresses and networks such as 10.1.2.3 or 10.0.0.0/8");
    }

    private static void checkKeys(
            Parsed document, Json.Obj values, List<String> path, Set<String> needed, Set<String> others) {
        Json found = at(values, path);
        if (found == null) {
            return;
        }
        ConfigSchema.require(found instanceof Json.Obj, document, path, "must hold keys");
        if (!(found instanceof Json.Obj section)) {
            return;
        }
        for (Map.Entry<String, Json> field : section.fields().entrySet()) {
            List<String> place = List.of(path.get(0), path.get(1), field.getKey());
            boolean isKnown = needed.contains(field.getKey()) || others.contains(field.getKey());
            ConfigSchema.require(isKnown, document, place, "is not known");
            boolean isList = field.getKey().equals("from");
            ConfigSchema.require(
                    isList || field.getValue() instanceof Json.Text, document, place, "must be a single text");
        }
        for (String key : needed.stream().sorted().toList()) {
            ConfigSchema.require(section.get(key) != null, document, path, "needs '" + key + "'");
        }
    }

    private static void checkForm(Parsed document, Json.Obj values, List<String> path, Pattern form, String rule) {
        Json found = at(values, path);
        boolean isGood = found == null
                || (found instanceof Json.Text text
                        && form.matcher(text.value()).matches());
        ConfigSchema.require(isGood, document, path, rule);
    }

    private static @Nullable Json at(Json.Obj values, List<String> path) {
        return values.at(path.toArray(String[]::new)).orElse(null);
    }

    /** {@return what a checked configuration says} */
    static PortalConfig.Edge of(Json.Obj config) {
        Rates usual = Rates.DEFAULT;
        return new PortalConfig.Edge(
                addresses(config, PROXIES),
                new Rates(
                        BOUNDS.count(config, "callerPerSecond", usual.callerPerSecond()),
                        BOUNDS.count(config, "addressPerSecond", usual.addressPerSecond()),
                        BOUNDS.count(config, "connectionsPerAddress", usual.connectionsPerAddress())),
                certificate(config.object("server", "tls")),
                proxyHeaders(config));
    }

    private static AddressBlocks addresses(Json.Obj config, List<String> path) {
        List<String> texts = at(config, path) instanceof Json.Arr list ? list.texts() : List.of();
        return AddressBlocks.parse(texts).orElse(AddressBlocks.NONE);
    }

    private static @Nullable CertificateFiles certificate(Json.Obj tls) {
        return tls.text("certificate")
                .map(file -> new CertificateFiles(
                        Path.of(file),
                        Path.of(tls.text("key").orElseThrow()),
                        tls.text("password").orElse(null)))
                .orElse(null);
    }

    private static @Nullable ProxyHeaders proxyHeaders(Json.Obj config) {
        Json.Obj proxy = config.object("auth", "proxy");
        return proxy.text("user")
                .map(user -> new ProxyHeaders(
                        addresses(config, List.of("auth", "proxy", "from")),
                        user,
                        proxy.text("groups").orElse(null),
                        proxy.text("domain").orElse(null)))
                .orElse(null);
    }
}
