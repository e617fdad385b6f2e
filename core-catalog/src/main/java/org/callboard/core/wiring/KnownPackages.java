package org.callboard.core.wiring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packages that plugins ask for time and again, and what they do instead. */
final class KnownPackages {

    private static final String EMBED = "Embed the library in the plugin's jar";

    /** By the beginning of the name. */
    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("com.fasterxml.jackson", EMBED + ", or use the service JsonFormat of the plugin API."),
            Map.entry("org.eclipse.jetty", EMBED + ", or answer requests with HttpEndpoint or RestResource."),
            Map.entry("org.glassfish", EMBED + ", or use the annotations of Jakarta REST alone."),
            Map.entry("org.apache.lucene", EMBED + ", or ask the service Catalog of the plugin API."),
            Map.entry("org.snakeyaml", EMBED + "."),
            Map.entry("com.zaxxer.hikari", EMBED + "."),
            Map.entry("org.h2", EMBED + "."),
            Map.entry("org.postgresql", EMBED + "."),
            Map.entry("ch.qos.logback", "Log with SLF4J, which the portal shares with plugins."));

    /** Those that were renamed when Java EE became Jakarta EE; the others of that name are still Java's own. */
    private static final List<String> RENAMED = List.of(
            "javax.servlet",
            "javax.ws.rs",
            "javax.inject",
            "javax.persistence",
            "javax.validation",
            "javax.annotation",
            "javax.json",
            "javax.mail",
            "javax.jms",
            "javax.xml.bind",
            "javax.enterprise");

    private KnownPackages() {}

    /** {@return what a plugin does in place of asking the portal for the package, or null} */
    static @Nullable String hint(String name) {
        return HINTS.entrySet().stream()
                .filter(known -> isBelow(name, known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** {@return what the package is called today, or null} */
    static @Nullable String presentName(String name) {
        return RENAMED.stream().anyMatch(former -> isBelow(name, former))
                ? "jakarta" + name.substring("javax".length())
                : null;
    }

    /** {@return what a user of the package knows the library by} */
    static String root(String name) {
        String[] parts = name.split("\\.", -1);
        int length = parts.length > 2 && (parts[1].equals("ws") || parts[1].equals("xml")) ? 3 : 2;
        return String.join(".", List.of(parts).subList(0, length));
    }

    private static boolean isBelow(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }
}
