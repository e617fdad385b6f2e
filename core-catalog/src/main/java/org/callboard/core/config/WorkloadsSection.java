package org.callboard.core.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;
import org.callboard.api.security.Permission;
import org.callboard.core.read.ParsedDocument.Parsed;

/** The list {@code auth.workloads}: which jobs of others are let in by tokens that these have. */
final class WorkloadsSection {

    static final List<String> PATH = List.of("auth", "workloads");

    private static final Set<String> KEYS = Set.of("issuer", "audience", "claims", "as", "plugins", "permissions");
    private static final Pattern REFERENCE = Pattern.compile("(user|group):[A-Za-z0-9._-]+/[A-Za-z0-9._-]+");
    private static final Pattern PLUGIN = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PERMISSION = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)+");
    private static final List<String> FOR_DEPLOYS = List.of(Permission.PLUGIN_READ, Permission.PLUGIN_MANAGE);

    private final Parsed document;

    private WorkloadsSection(Parsed document) {
        this.document = document;
    }

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        Json section = values.object("auth").get("workloads");
        if (section != null) {
            WorkloadsSection found = new WorkloadsSection(document);
            found.require(section instanceof Json.Arr, PATH, "must be a list");
            List<Json> items = values.array("auth", "workloads").items();
            for (int index = 0; index < items.size(); index++) {
                found.checkItem(items.get(index), inner(PATH, Integer.toString(index)));
            }
        }
    }

    private void checkItem(Json item, List<String> place) {
        require(item instanceof Json.Obj, place, "must have an issuer, an audience, claims and plugins");
        Json.Obj entry = (Json.Obj) item;
        entry.fields()
                .keySet()
                .forEach(key -> require(
                        KEYS.contains(key),
                        inner(place, key),
                        "is not known; known are as, audience, claims, issuer, permissions, plugins"));
        require(isIssuer(text(entry, "issuer")), place, "must have an issuer: a URL with https, and no query");
        require(!text(entry, "audience").isEmpty(), place, "must have an audience, such as the address of the portal");
        require(
                REFERENCE.matcher(text(entry, "as")).matches(),
                place,
                "must have an 'as': a user or group such as group:default/payments");
        checkClaims(entry, inner(place, "claims"));
        checkNames(entry, "plugins", PLUGIN, place);
        if (entry.get("permissions") != null) {
            checkNames(entry, "permissions", PERMISSION, place);
        }
    }

    private void checkClaims(Json.Obj entry, List<String> place) {
        Map<String, Json> claims = entry.object("claims").fields();
        require(
                !claims.isEmpty(),
                place,
                "must say which jobs: without claims, each job of everybody at the issuer would be let in");
        claims.forEach((name, value) -> require(
                value instanceof Json.Text text
                        && !text.value().isEmpty()
                        && !text.value().replaceFirst("[^*]/\\*$", "").contains("*"),
                inner(place, name),
                "must be a text; a '/*' at its end stands for all below"));
    }

    private void checkNames(Json.Obj entry, String key, Pattern form, List<String> place) {
        List<String> names = entry.array(key).texts();
        boolean areGood = !names.isEmpty()
                && names.size() == entry.array(key).items().size()
                && names.stream().allMatch(name -> form.matcher(name).matches());
        require(areGood, inner(place, key), "must be a list of names of " + key);
    }

    private void require(boolean good, List<String> place, String rule) {
        ConfigSchema.require(good, document, place, rule);
    }

    private static boolean isIssuer(String text) {
        try {
            URI uri = URI.create(text);
            boolean isSafe = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && PortalConfig.isLoopback(String.valueOf(uri.getHost())));
            return isSafe
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static List<String> inner(List<String> place, String key) {
        List<String> inner = new ArrayList<>(place);
        inner.add(key);
        return inner;
    }

    private static String text(Json.Obj entry, String key) {
        return entry.text(key).orElse("");
    }

    /** {@return what a checked configuration says} */
    static List<Workload> of(Json.Obj config) {
        List<Workload> workloads = new ArrayList<>();
        for (Json item : config.array("auth", "workloads").items()) {
            if (item instanceof Json.Obj entry) {
                workloads.add(workload(entry));
            }
        }
        return workloads;
    }

    private static Workload workload(Json.Obj entry) {
        Map<String, String> claims = new HashMap<>();
        entry.object("claims")
                .fields()
                .forEach((name, value) -> claims.put(name, value instanceof Json.Text text ? text.value() : ""));
        List<String> permissions = entry.array("permissions").texts();
        return new Workload(
                text(entry, "issuer"),
                text(entry, "audience"),
                claims,
                text(entry, "as"),
                new TreeSet<>(entry.array("plugins").texts()),
                new TreeSet<>(permissions.isEmpty() ? FOR_DEPLOYS : permissions));
    }
}
