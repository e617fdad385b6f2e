package org.callboard.core.wiring;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.wiring.Offers.Offer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Says of a package that a jar needs who offers it in which version, and what to do where nobody does. */
final class PackageDiagnosis {

    private static final String API = "org.callboard.api.";
    private static final String EMBED = "Embed the library that has it in the plugin's jar.";

    private final PluginArchive archive;
    private final Offers offers;
    private final WaitingPlugins waiting;

    PackageDiagnosis(PluginArchive archive, Offers offers, WaitingPlugins waiting) {
        this.archive = archive;
        this.offers = offers;
        this.waiting = waiting;
    }

    void check(String name, VersionRange range, boolean isOptional) {
        List<Offer> found = offers.of(name);
        List<Offer> fitting =
                found.stream().filter(offer -> range.includes(offer.version())).toList();
        if (fitting.isEmpty() && !isOptional) {
            throw found.isEmpty() ? unknown(name, range) : otherVersion(name, range, found);
        }
        for (Offer offer : fitting) {
            checkCircle(name, offer.bundle());
        }
    }

    /** A plugin may not use another one that uses itself: none of them could be replaced without the other. */
    private void checkCircle(String name, Bundle provider) {
        boolean isOther =
                Offers.isPlugin(provider) && !provider.getSymbolicName().equals(archive.id());
        if (isOther && offers.dependants(archive.id()).contains(provider.getSymbolicName())) {
            throw circle(name, provider.getSymbolicName(), "packages of '" + archive.id() + "'");
        }
    }

    private RefusedException circle(String name, String other, String needed) {
        return refused(
                "It needs the package " + name + " of plugin '" + other + "', and '" + other + "' needs " + needed
                        + ": each waits for the other.",
                "Let one of the two do without the other, or move what both need into a third plugin.");
    }

    private RefusedException otherVersion(String name, VersionRange range, List<Offer> found) {
        Version latest = found.get(0).version();
        boolean isForLater = range.getLeft().compareTo(latest) > 0;
        if (name.startsWith(API)) {
            return refused(
                    "It was built for plugin API " + range.getLeft() + " (" + name + from(range)
                            + "); this portal has plugin API " + latest + ".",
                    isForLater
                            ? "Upgrade the portal, or build the plugin against plugin API " + latest + "."
                            : "Build it anew against plugin API " + latest + ".");
        }
        String who = found.stream()
                .map(offer -> offer.by() + " offers " + offer.version())
                .distinct()
                .collect(Collectors.joining(", "));
        String fix = "Build it against version " + latest + ", which is the one that plugins share here.";
        if (PluginPackages.isOfAPlugin(name)) {
            String other = found.get(0).bundle().getSymbolicName();
            fix = isForLater
                    ? "Install a later version of plugin '" + other + "' first."
                    : "Build it anew against plugin '" + other + "' as it is installed.";
        }
        return refused("It needs the package " + name + from(range) + "; " + who + ".", fix);
    }

    private RefusedException unknown(String name, VersionRange range) {
        String needed = "It needs the package " + name + from(range);
        if (name.startsWith(API)) {
            return refused(
                    needed + ", which the plugin API of this portal does not have.",
                    "Build it against the plugin API of this portal, or upgrade the portal.");
        }
        if (PluginPackages.isOfAPlugin(name)) {
            return missingPlugin(name, needed);
        }
        @Nullable String present = KnownPackages.presentName(name);
        if (present != null) {
            return refused(
                    needed + ", the former name of " + present + ", which nobody offers.",
                    "Move the plugin from " + KnownPackages.root(name) + " to " + KnownPackages.root(present) + ".");
        }
        @Nullable String hint = KnownPackages.hint(name);
        if (hint != null || offers.isKept(name)) {
            return refused(needed + ", which the portal keeps to itself.", hint == null ? EMBED : hint);
        }
        return refused(needed + ", which nobody offers.", EMBED);
    }

    private RefusedException missingPlugin(String name, String needed) {
        Map.@Nullable Entry<String, String> counterpart = waiting.counterpart(archive.id(), name);
        waiting.add(archive.id(), name);
        if (counterpart != null) {
            return circle(name, counterpart.getKey(), "the package " + counterpart.getValue() + " of this one");
        }
        @Nullable Bundle owner = installed(name);
        if (owner != null) {
            return refused(
                    needed + "; plugin '" + owner.getSymbolicName() + "' " + owner.getVersion() + " does not offer it.",
                    "Install a version of plugin '" + owner.getSymbolicName() + "' that exports the package first.");
        }
        return refused(
                needed + ", which no installed plugin offers.",
                "Install the plugin '" + PluginPackages.owner(name) + "' first (its id may have hyphens).");
    }

    private @Nullable Bundle installed(String name) {
        return offers.plugins().stream()
                .filter(bundle -> PluginPackages.isOf(bundle.getSymbolicName(), name))
                .findFirst()
                .orElse(null);
    }

    private static String from(VersionRange range) {
        if (range.getLeft().equals(Version.emptyVersion) && range.getRight() == null) {
            return "";
        }
        String from = (range.getLeftType() == VersionRange.LEFT_CLOSED ? " from " : " above ") + range.getLeft();
        if (range.getRight() == null) {
            return from;
        }
        return from + (range.getRightType() == VersionRange.RIGHT_OPEN ? " to below " : " to ") + range.getRight();
    }

    private RefusedException refused(String cause, String fix) {
        return RefusedException.unresolved(archive, cause, fix);
    }
}
