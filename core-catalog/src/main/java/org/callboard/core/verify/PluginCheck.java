package org.callboard.core.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.core.archive.Clause;
import org.callboard.core.archive.Headers;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.asks.ArchiveContents;
import org.callboard.core.asks.CodeDiagnosis;
import org.callboard.core.compat.Mismatch;
import org.callboard.core.wiring.BundleSlots;
import org.callboard.core.wiring.PluginPackages;
import org.callboard.core.wiring.WiringDiagnosis;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/** Says of a jar what a portal would say of it, where there is no portal, but a framework with all that one offers. */
public final class PluginCheck {

    private final BundleContext offers;
    private final BundleSlots slots;
    private final Map<String, Path> met = new TreeMap<>();

    /** Compares with what the bundles of a framework offer; none of them needs to be started. */
    public PluginCheck(BundleContext offers) {
        this.offers = offers;
        this.slots = new BundleSlots(offers);
    }

    /** Has what these plugins offer to others be there too, as far as they would run. */
    public void meet(List<Path> jars) {
        for (Path jar : jars) {
            try {
                PluginArchive archive = PluginArchive.read(jar);
                CodeDiagnosis.check(archive);
                Bundle unused = slots.take(jar);
                met.put(archive.id(), jar);
            } catch (RefusedException | BundleException | IOException unfit) {
                // whoever needs it will be told that it is not there
            }
        }
        offers.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(null);
    }

    /**
     * What was found out.
     *
     * @param id of the plugin; empty where the jar is none
     * @param imports the packages that it needs, and their versions
     * @param exports the packages that it offers, and their versions
     * @param extensions what it would contribute
     * @param asks what it wants to use
     * @param refusal why it would be refused, or null
     * @param mismatches where its code does not fit the plugin API: then it would be refused
     */
    public record Result(
            String id,
            String version,
            String owner,
            Map<String, String> imports,
            Map<String, String> exports,
            List<Contribution> extensions,
            List<Need> asks,
            @Nullable Diagnosis refusal,
            List<Mismatch> mismatches) {

        /** {@return whether a portal of this version would take it} */
        public boolean isFine() {
            return refusal == null;
        }
    }

    /**
     * Looks at a jar; none of its code runs.
     *
     * @throws IOException where the file can't be read
     */
    public Result check(Path jar) throws IOException {
        PluginArchive archive;
        try {
            archive = PluginArchive.read(jar);
        } catch (RefusedException refused) {
            return new Result("", "", "", Map.of(), Map.of(), List.of(), List.of(), refused.diagnosis(), List.of());
        }
        Headers headers = archive.headers();
        ArchiveContents contents = ArchiveContents.of(archive, this::offering);
        return new Result(
                archive.id(),
                archive.version().toString(),
                archive.owner() == null ? "" : archive.owner(),
                packages(headers, "Import-Package"),
                packages(headers, "Export-Package"),
                contents.extensions(),
                contents.needs(),
                refusal(archive),
                CodeDiagnosis.mismatches(archive));
    }

    private Optional<Path> offering(String packageName) {
        return met.entrySet().stream()
                .filter(other -> PluginPackages.isOf(other.getKey(), packageName))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private @Nullable Diagnosis refusal(PluginArchive archive) {
        try {
            new WiringDiagnosis(offers).check(archive);
            CodeDiagnosis.check(archive);
            return null;
        } catch (RefusedException refused) {
            return refused.diagnosis();
        }
    }

    private static Map<String, String> packages(Headers headers, String header) {
        Map<String, String> packages = new TreeMap<>();
        for (Clause clause : headers.clauses(header)) {
            for (String name : clause.paths()) {
                packages.put(name, clause.attributes().getOrDefault("version", ""));
            }
        }
        return packages;
    }
}
