package org.callboard.plugin.webshell;

import java.util.Locale;
import java.util.Map;

/** What people call a type of relation. */
final class RelationTitle {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("ownedBy", "Owned by"),
            Map.entry("ownerOf", "Owns"),
            Map.entry("providesApi", "Provides"),
            Map.entry("apiProvidedBy", "Provided by"),
            Map.entry("consumesApi", "Consumes"),
            Map.entry("apiConsumedBy", "Consumed by"),
            Map.entry("dependencyOf", "Needed by"),
            Map.entry("parentOf", "Parent of"),
            Map.entry("childOf", "Child of"),
            Map.entry("memberOf", "Member of"),
            Map.entry("hasMember", "Members"));

    private RelationTitle() {}

    /** {@return the title; {@code dependsOn} gives "Depends on"} */
    static String of(String type) {
        String known = KNOWN.get(type);
        if (known != null || type.isEmpty()) {
            return known == null ? "Related" : known;
        }
        String words = type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
