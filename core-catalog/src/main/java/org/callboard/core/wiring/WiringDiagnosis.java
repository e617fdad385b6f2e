package org.callboard.core.wiring;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.Clause;
import org.callboard.core.archive.Headers;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.VersionRange;

/** Says what a jar needs and does not get: from its manifest and from what is offered, before the framework sees it. */
public final class WiringDiagnosis {

    private static final Pattern JAVA = Pattern.compile("version>?=([0-9.]+)");

    private final BundleContext context;
    private final WaitingPlugins waiting = new WaitingPlugins();

    public WiringDiagnosis(BundleContext context) {
        this.context = context;
    }

    /**
     * Compares what a jar needs with what there is.
     *
     * @throws RefusedException with the state UNRESOLVED where it can't be wired now
     */
    public void check(PluginArchive archive) {
        Headers headers = archive.headers();
        Offers offers = new Offers(context);
        for (Clause clause : headers.clauses("Require-Capability")) {
            boolean isForResolving =
                    clause.directives().getOrDefault("effective", "resolve").equals("resolve");
            if (isForResolving && !clause.isOptional()) {
                checkCapability(archive, clause, offers);
            }
        }
        PackageDiagnosis packages = new PackageDiagnosis(archive, offers, waiting);
        for (Clause clause : headers.clauses("Import-Package")) {
            for (String name : clause.paths()) {
                packages.check(name, range(archive, name, clause), clause.isOptional());
            }
        }
        waiting.forget(archive.id());
    }

    private static VersionRange range(PluginArchive archive, String name, Clause clause) {
        String text = clause.attributes().getOrDefault("version", "0");
        try {
            return new VersionRange(text);
        } catch (IllegalArgumentException malformed) {
            throw RefusedException.unresolved(
                    archive,
                    "It imports the package " + name + " in the version '" + text + "', which is no version.",
                    "Build the jar anew with the plugin parent, which derives the versions.");
        }
    }

    private static void checkCapability(PluginArchive archive, Clause clause, Offers offers) {
        Filter filter = filter(archive, clause);
        for (String namespace : clause.paths()) {
            boolean isOffered = offers.capabilities(namespace).stream()
                    .anyMatch(attributes -> filter == null || filter.matches(attributes));
            if (!isOffered && namespace.equals("osgi.ee")) {
                throw missingJava(archive, String.valueOf(filter));
            }
            if (!isOffered) {
                throw RefusedException.unresolved(
                        archive,
                        "It needs " + FrameworkText.capability(namespace, String.valueOf(filter))
                                + ", which nobody offers.",
                        "Build it with the plugin parent of this portal, which asks for what is there.");
            }
        }
    }

    private static @Nullable Filter filter(PluginArchive archive, Clause clause) {
        String text = clause.directives().get("filter");
        try {
            return text == null ? null : FrameworkUtil.createFilter(text);
        } catch (InvalidSyntaxException malformed) {
            throw RefusedException.unresolved(
                    archive,
                    "Its header Require-Capability can't be read.",
                    "Build the jar anew with the plugin parent, which derives the header.");
        }
    }

    private static RefusedException missingJava(PluginArchive archive, String filter) {
        Matcher number = JAVA.matcher(filter);
        String needed = number.find() ? "Java " + number.group(1) : "another Java";
        int runs = Runtime.version().feature();
        return RefusedException.unresolved(
                archive,
                "It needs " + needed + "; this portal runs on Java " + runs + ".",
                "Build it with maven.compiler.release " + runs + " or lower, or run the portal on a newer Java.");
    }

    /** Where the framework finds what {@link #check} could not see: two ways to one package, for example. */
    public RefusedException explain(PluginArchive archive, BundleException failure) {
        Diagnosis diagnosis =
                FrameworkText.diagnosis(RefusedException.unfit(archive), String.valueOf(failure.getMessage()));
        return new RefusedException(diagnosis, PluginState.UNRESOLVED, failure);
    }

    /** Where the framework does not even take the bundle. */
    public static RefusedException unreadable(PluginArchive archive, Exception failure) {
        return new RefusedException(
                new Diagnosis(
                        RefusedException.unfit(archive),
                        "The framework can't read its manifest.",
                        "Build the jar anew with the plugin parent, which derives every header."),
                PluginState.FAILED,
                failure);
    }
}
