package org.callboard.core.lifecycle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.Plan;
import org.callboard.api.plugins.Plan.Action;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.entity.Sha256;
import org.callboard.core.lifecycle.ProvenOrigin.Door;
import org.jspecify.annotations.Nullable;

/** Says what an install would do. */
final class Planner {

    private final ActiveRevisions active;
    private final PluginInstaller installer;
    private final InstallRules rules;
    private final RevisionStarter starter;

    Planner(ActiveRevisions active, PluginInstaller installer, InstallRules rules, RevisionStarter starter) {
        this.active = active;
        this.installer = installer;
        this.rules = rules;
        this.starter = starter;
    }

    /** {@return what installing a file would do} */
    Plan plan(Path file, Terms terms) {
        PluginArchive archive;
        try {
            archive = PluginArchive.read(file);
        } catch (RefusedException refused) {
            return refused("", null, null, refused.diagnosis(), "");
        }
        Revision before = active.find(archive.id()).orElse(null);
        try {
            rules.origins().check(archive, Door.BROUGHT);
            rules.check(archive, terms, installer.current(archive.id(), before));
            starter.tryToResolve(archive);
        } catch (RefusedException refused) {
            return refused(
                    archive.id(), version(before), archive.version().toString(), refused.diagnosis(), archive.digest());
        }
        return accepted(archive, before);
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
                List.of(),
                List.of(),
                none,
                none,
                none,
                List.of(),
                why);
    }

    private static Plan accepted(PluginArchive archive, @Nullable Revision before) {
        ArchiveContents contents = ArchiveContents.of(archive);
        List<Contribution> now = before == null ? List.of() : before.contributions();
        List<String> users = before == null ? List.of() : List.copyOf(Dependants.of(before.bundle()));
        return new Plan(
                token(archive, before),
                before == null ? Action.INSTALL : Action.REPLACE,
                archive.id(),
                version(before),
                archive.version().toString(),
                users,
                users,
                without(contents.extensions(), now),
                without(contents.extensions(), without(contents.extensions(), now)),
                without(now, contents.extensions()),
                contents.needs(),
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
