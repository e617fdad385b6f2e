package org.callboard.core.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How much a jar may hold, and what an entry of it may be. */
final class ArchiveLimits {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNPACKED = 256L * 1024 * 1024;
    private static final int LONGEST_NAME = 1_000;
    private static final String ANEW = "Build the jar anew with the plugin parent.";

    private ArchiveLimits() {}

    static void check(List<ZipItem> items) {
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        for (ZipItem item : items) {
            checkName(item.name());
            if (!names.add(item.name())) {
                throw new UnfitException("It holds the entry " + item.name() + " twice.", ANEW);
            }
            if (item.isSpecial()) {
                throw new UnfitException(
                        "Its entry " + item.name() + " is a link, a device or runs as another user.",
                        "Put the files themselves into the jar.");
            }
            if (item.isBomb()) {
                throw new UnfitException(
                        "Its entry " + item.name() + " is packed tighter than 100 to 1.",
                        "Leave out what the plugin does not need.");
            }
            unpacked += item.size();
        }
        checkTotal(items.size(), unpacked);
    }

    /** Whatever is in it, and in the jars in it. */
    static void checkTotal(long entries, long unpacked) {
        if (entries > MOST_ENTRIES || unpacked > MOST_UNPACKED) {
            throw new UnfitException(
                    "It holds more than " + MOST_ENTRIES + " entries or " + (MOST_UNPACKED >> 20)
                            + " MiB, those of the jars in it counted.",
                    "Leave out what the plugin does not need.");
        }
    }

    private static void checkName(String name) {
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || !Wording.line(name, LONGEST_NAME).equals(name)) {
            throw new UnfitException(
                    "It holds an entry with a name that can't be written: " + Wording.line(name, 60) + ".", ANEW);
        }
        if (name.startsWith("/") || name.contains("\\") || name.contains(":") || hasStepUp(name)) {
            throw new UnfitException("It holds an entry outside itself: " + name + ".", ANEW);
        }
        if (name.toUpperCase(Locale.ROOT).equals(PluginJarFile.MANIFEST) && !name.equals(PluginJarFile.MANIFEST)) {
            throw new UnfitException("It holds a second manifest under the name " + name + ".", ANEW);
        }
    }

    private static boolean hasStepUp(String name) {
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || part.equals(".")) {
                return true;
            }
        }
        return false;
    }
}
