package org.callboard.core.lifecycle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.Plan;
import org.callboard.api.plugins.Plan.Action;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.asks.ArchiveContents;
import org.callboard.core.asks.OwnTables;
import org.callboard.core.entity.Sha256;
import org.callboard.core.pluginstore.ProvenOrigin;
import org.callboard.core.pluginstore.ProvenOrigin.Door;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Revision;
import org.callboard.core.revision.RevisionStarter;
import org.callboard.core.signature.Signer;
import org.jspecify.annotations.Nullable;

/** Says what an install would do. */
final class Planner {

    private final Ground ground;
    private final ActiveRevisions active;
    private final PluginInstaller installer;
    private final InstallRules rules;
    private final RevisionStarter starter;
    private final OwnTables tables;
    private final Ripples ripples;

    Planner(Ground ground, PluginInstaller installer, InstallRules rules) {
        this.ground = ground;
        this.active = ground.active();
        this.installer = installer;
        this.rules = rules;
        this.starter = ground.starter();
        this.tables = ground.tables();
        this.ripples = new Ripples(ground);
    }

    /**
     * {@return what installing a file would do}
     *
     * @throws PortalException NOT_ALLOWED where the caller may not install it
     */
    Plan plan(Caller caller, Path file, Terms terms) {
        PluginArchive archive;
        try {
            archive = PluginArchive.read(file);
        } catch (RefusedException refused) {
            return refused("", null, null, refused.diagnosis(), "");
        }
        installer.access().requireInstalling(caller, archive);
        Revision before = active.find(archive.id()).orElse(null);
        ProvenOrigin origin;
        try {
            origin = rules.origins().check(archive, Door.BROUGHT);
            if (before != null && before.name().digest().equals(archive.digest())) {
                return unchanged(archive, before, origin.signer());
            }
            rules.check(archive, terms, installer.current(archive, before));
            starter.tryToResolve(archive);
        } catch (RefusedException refused) {
            return refused(
                    archive.id(), version(before), archive.version().toString(), refused.diagnosis(), archive.digest());
        }
        return accepted(archive, before, origin.signer());
    }

    private static @Nullable String version(@Nullable Revision revision) {
        return revision == null ? null : revision.name().version();
    }

    private static Plan refused(String id, @Nullable String from, @Nullable String to, Diagnosis why, String digest) {
        List<Contribution> none = List.of();
        return new Plan(
                token(digest + why),
                Action.REFUSE,
                id,
                from,
                to,
                null,
                List.of(),
                List.of(),
                none,
                none,
                none,
                List.of(),
                why);
    }

    /** The very jar that serves is left alone. */
    private Plan unchanged(PluginArchive archive, Revision serving, @Nullable Signer signer) {
        List<Contribution> none = List.of();
        String version = serving.name().version();
        return new Plan(
                token(archive, serving),
                Action.REPLACE,
                archive.id(),
                version,
                version,
                signer == null ? null : signer.shown(),
                List.of(),
                List.of(),
                none,
                none,
                none,
                ArchiveContents.of(archive, ground::offering).needs(),
                null);
    }

    private Plan accepted(PluginArchive archive, @Nullable Revision before, @Nullable Signer signer) {
        ArchiveContents contents = ArchiveContents.of(archive, ground::offering);
        List<Contribution> now = before == null ? List.of() : before.contributions();
        List<Need> asks = new ArrayList<>(contents.needs());
        asks.addAll(starter.settings().needs(archive));
        asks.addAll(tables.needs(archive));
        Ripples.Touched others = ripples.of(archive, before);
        return new Plan(
                token(archive, before),
                before == null ? Action.INSTALL : Action.REPLACE,
                archive.id(),
                version(before),
                archive.version().toString(),
                signer == null ? null : signer.shown(),
                others.stops(),
                others.starts(),
                without(contents.extensions(), now),
                without(contents.extensions(), without(contents.extensions(), now)),
                without(now, contents.extensions()),
                asks,
                null);
    }

    /** {@return the extensions that are not among the others} */
    private static List<Contribution> without(List<Contribution> extensions, List<Contribution> others) {
        return extensions.stream()
                .filter(extension -> others.stream()
                        .noneMatch(other -> other.point().equals(extension.point())
                                && other.id().equals(extension.id())))
                .toList();
    }

    private static String token(PluginArchive archive, @Nullable Revision before) {
        return token(archive.digest() + (before == null ? "" : before.name().digest()));
    }

    private static String token(String facts) {
        return Sha256.hex(facts.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    /**
     * Looks whether the plan that somebody agreed to is what would still happen.
     *
     * @throws PortalException CONFLICT where it is not
     */
    static void checkAgreed(Terms terms, PluginArchive archive, @Nullable Revision before) {
        String now = token(archive, before);
        if (terms.plan() != null && !terms.plan().equals(now)) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    "The plan for plugin '" + archive.id() + "' is stale: "
                            + (before == null
                                    ? "no revision of it serves now"
                                    : before.name().version() + " serves now")
                            + ", or the jar is another.",
                    "Ask for the plan again, look at it, and install with its token.");
        }
    }
}
