package org.callboard.core.lifecycle;

import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.callboard.api.plugins.Diagnosis;

/** What a jar must not have, because it could reach into the portal or into other plugins. */
final class ArchiveRules {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNPACKED = 256L * 1024 * 1024;
    private static final int MOST_RATIO = 100;
    private static final Pattern CORE = Pattern.compile("platform\\s*=");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private ArchiveRules() {}

    static void check(String id, JarFile jar, Attributes headers) {
        checkHeaders(id, headers);
        checkEntries(id, jar);
    }

    private static void checkHeaders(String id, Attributes headers) {
        if (String.valueOf(headers.getValue("Bundle-SymbolicName")).contains("singleton")) {
            throw refused(
                    id,
                    "It is a singleton, so that its next version could not be started beside it.",
                    "Leave the directive out of the header Bundle-SymbolicName.");
        }
        forbid(id, headers, "Fragment-Host", "a fragment would become part of another bundle");
        forbid(id, headers, "Require-Bundle", "plugins share packages, not bundles");
        forbid(id, headers, "DynamicImport-Package", "it could be wired anew while it runs");
        forbid(id, headers, "Bundle-NativeCode", "native libraries can't be unloaded");
        if (CORE.matcher(String.valueOf(headers.getValue("Import-Package"))).find()) {
            throw refused(
                    id, "It imports packages that are the portal's own.", "Embed the libraries that the plugin needs.");
        }
        checkExports(id, headers);
    }

    private static void checkExports(String id, Attributes headers) {
        String ownApi = "org.callboard.plugin." + id.replace("-", "") + ".api";
        // a clause may name several packages before its attributes
        for (String part : header(headers, "Export-Package").split("[,;]", -1)) {
            String name = part.strip();
            boolean isPackage = !name.isEmpty() && !name.contains("=");
            if (isPackage && !name.equals(ownApi) && !name.startsWith(ownApi + ".")) {
                throw refused(
                        id,
                        "It exports the package " + name + ".",
                        "Export nothing, or only an API for other plugins in the package " + ownApi + ".");
            }
        }
    }

    private static void forbid(String id, Attributes headers, String header, String why) {
        if (headers.getValue(header) != null) {
            throw refused(id, "It has the header " + header + ": " + why + ".", "Remove the header.");
        }
    }

    private static String header(Attributes headers, String name) {
        String value = headers.getValue(name);
        return value == null ? "" : QUOTED.matcher(value).replaceAll("");
    }

    private static void checkEntries(String id, JarFile jar) {
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            checkName(id, entry.getName());
            if (!names.add(entry.getName())) {
                throw refused(id, "It holds the entry " + entry.getName() + " twice.", "Build the jar anew.");
            }
            unpacked += Math.max(0, entry.getSize());
            if (names.size() > MOST_ENTRIES || unpacked > MOST_UNPACKED || isBomb(entry)) {
                throw refused(
                        id,
                        "It holds more than " + MOST_ENTRIES + " entries or " + (MOST_UNPACKED >> 20)
                                + " MiB, or an entry packed tighter than " + MOST_RATIO + " to 1.",
                        "Leave out what the plugin does not need.");
            }
        }
    }

    private static boolean isBomb(JarEntry entry) {
        return entry.getSize() > 1 << 20 && entry.getSize() > MOST_RATIO * Math.max(1, entry.getCompressedSize());
    }

    private static void checkName(String id, String name) {
        if (name.startsWith("/") || name.contains("\\") || name.matches("(.*/)?\\.\\.(/.*)?") || name.contains(":")) {
            throw refused(id, "It holds an entry outside itself: " + name + ".", "Build the jar anew.");
        }
        if (name.endsWith(".class")
                && (name.startsWith("org/callboard/api/") || name.startsWith("org/osgi/framework/"))) {
            throw refused(
                    id,
                    "It holds its own copy of " + name + ", which the portal provides.",
                    "Give the dependency the scope provided.");
        }
    }

    private static RefusedException refused(String id, String cause, String fix) {
        return new RefusedException(new Diagnosis("Plugin '" + id + "' was refused.", cause, fix));
    }
}
