package org.callboard.core.archive;

import java.util.List;
import java.util.Set;

/** What the manifest of a plugin must not say, because it could reach into the portal or into other plugins. */
final class ManifestRules {

    private static final String PLUGINS = "org.callboard.plugin.";
    private static final Set<String> NEEDED = Set.of("osgi.ee", "osgi.extender", "osgi.service");

    private final String ownApi;
    private final Headers headers;

    private ManifestRules(String id, Headers headers) {
        this.ownApi = apiOf(id);
        this.headers = headers;
    }

    static void check(String id, Headers headers) {
        ManifestRules rules = new ManifestRules(id, headers);
        rules.checkShape();
        rules.checkReach();
        rules.checkImports();
        rules.checkExports();
        rules.checkCapabilities();
    }

    /** {@return the package in which a plugin offers something to other plugins} */
    static String apiOf(String id) {
        return PLUGINS + id.replace("-", "") + ".api";
    }

    private void checkShape() {
        if (!"2".equals(headers.get("Bundle-ManifestVersion"))) {
            throw new UnfitException(
                    "It lacks the header Bundle-ManifestVersion with the value 2.",
                    "Build it with the plugin parent, which writes it.");
        }
        for (Clause name : headers.clauses("Bundle-SymbolicName")) {
            if ("true".equals(name.directives().get("singleton"))) {
                throw new UnfitException(
                        "It is a singleton, so that its next version could not be started beside it.",
                        "Leave the directive singleton out of the header Bundle-SymbolicName.");
            }
        }
    }

    private void checkReach() {
        forbid(
                "Fragment-Host",
                "a fragment would become part of another bundle",
                "Make it a plugin of its own, which uses the plugin API.");
        forbid(
                "Require-Bundle",
                "plugins share packages, not bundles",
                "Import the packages that it needs, and embed its libraries.");
        forbid(
                "DynamicImport-Package",
                "it could be wired anew while it runs",
                "Import what it needs by name, and embed its libraries.");
        forbid(
                "Bundle-NativeCode",
                "a native library can't be unloaded, and stops the portal when it fails",
                "Run native code in a process or service of its own, and call that.");
    }

    private void forbid(String header, String why, String fix) {
        if (headers.get(header) != null) {
            throw new UnfitException("It has the header " + header + ": " + why + ".", fix);
        }
    }

    private void checkImports() {
        for (Clause clause : headers.clauses("Import-Package")) {
            for (String name : clause.paths()) {
                checkImport(name, clause);
            }
        }
    }

    private void checkImport(String name, Clause clause) {
        if (name.startsWith("org.callboard.core") || clause.attributes().containsKey("platform")) {
            throw new UnfitException(
                    "It imports " + name + ", which is the portal's own and open to no plugin.",
                    name.startsWith("org.callboard.core")
                            ? "Use the plugin API: what the portal offers is in org.callboard.api."
                            : "Leave the attribute platform out, and embed the library that the plugin needs.");
        }
        if (isBelow(name, ownApi)) {
            throw new UnfitException(
                    "It imports its own package " + name + ", so that its next version would be wired to this one.",
                    "Mark the package with @Export(substitution = Export.Substitution.NOIMPORT).");
        }
        if (clause.isOptional() && name.startsWith(PLUGINS)) {
            throw new UnfitException(
                    "It imports " + name + " of another plugin optionally: whether it gets it would depend on which was"
                            + " started first.",
                    "Import the package in any case, or put what needs it into a plugin of its own.");
        }
    }

    private void checkExports() {
        for (Clause clause : headers.clauses("Export-Package")) {
            for (String name : clause.paths()) {
                if (!isBelow(name, ownApi)) {
                    throw new UnfitException(
                            "It exports the package " + Wording.line(name, 200) + ", which is " + ownerOf(name) + ".",
                            "Export nothing, or only an API for other plugins in the package " + ownApi + ".");
                }
            }
        }
    }

    private static String ownerOf(String name) {
        if (name.startsWith("java.")) {
            return "Java's";
        }
        if (name.startsWith("org.osgi.")) {
            return "the framework's";
        }
        if (name.startsWith("org.callboard.api") || name.startsWith("org.callboard.core")) {
            return "the portal's";
        }
        return name.startsWith(PLUGINS) && name.contains(".api") ? "another plugin's" : "no API of this plugin";
    }

    private void checkCapabilities() {
        for (Clause clause : headers.clauses("Provide-Capability")) {
            forbidUnless(List.of("osgi.service"), clause, "Provide-Capability");
        }
        for (Clause clause : headers.clauses("Require-Capability")) {
            if (!clause.isOptional()) {
                forbidUnless(NEEDED, clause, "Require-Capability");
            }
        }
    }

    private static void forbidUnless(java.util.Collection<String> allowed, Clause clause, String header) {
        for (String namespace : clause.paths()) {
            if (!allowed.contains(namespace)) {
                throw new UnfitException(
                        "Its header " + header + " names " + Wording.line(namespace, 100)
                                + ": plugins meet by packages and services only.",
                        "Leave that clause out; packages belong into Import-Package and Export-Package.");
            }
        }
    }

    private static boolean isBelow(String name, String api) {
        return name.equals(api) || name.startsWith(api + ".");
    }
}
