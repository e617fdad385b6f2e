package org.callboard.core.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.source.SourceFolder;
import org.callboard.api.source.SourcePlace;
import org.callboard.core.entity.ReservedAnnotations;
import org.callboard.core.git.Histories;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;

/** Opens folders beside descriptors: of files, as far as the configured locations reach, and of repositories on the web. */
public final class EntityFiles implements SourceFiles, AutoCloseable {

    static final int LARGEST = 16 << 20;
    private static final String FILE = "file:";
    private static final String URL = "url:";
    private static final Pattern WEB = Pattern.compile("https?:", Pattern.CASE_INSENSITIVE);
    private static final ReadLimits LIMITS = new ReadLimits(LARGEST, 1, 0, 1);

    private final BiFunction<Caller, EntityRef, Optional<Entity>> entities;
    private final LocationFiles files;
    private final WebTrees trees;
    private final Histories histories = new Histories();

    /**
     * Makes the service.
     *
     * @param entities finds what a caller may read
     * @param targets the targets of the configured locations of type file
     * @param trees the repositories on the web
     */
    public EntityFiles(BiFunction<Caller, EntityRef, Optional<Entity>> entities, List<String> targets, WebTrees trees) {
        this.entities = entities;
        this.trees = trees;
        this.files = new LocationFiles(LIMITS, targets);
    }

    @Override
    public SourceFolder folder(Caller caller, SourcePlace place) {
        EntityRef entity = place.entity();
        Entity found = entities.apply(caller, entity)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no entity " + entity + "."));
        String location = found.annotation(ReservedAnnotations.LOCATION).orElse("");
        if (WEB.matcher(place.path()).lookingAt()) {
            return trees.folder(place);
        }
        if (location.startsWith(URL)) {
            return trees.beside(location.substring(URL.length()), place);
        }
        if (!location.startsWith(FILE)) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    entity + " was read neither from a file nor from the web, so there are no files beside it to read.",
                    "Have its descriptor lie in a repository, and register that.");
        }
        if (!place.version().isEmpty()) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The files of " + entity + " lie in a folder of this machine, which has no versions.",
                    "Take the versions out of the descriptor, or name the repository's address: url:https://...");
        }
        return open(place, resolved(Path.of(location.substring(FILE.length())), place.path()));
    }

    private SourceFolder open(SourcePlace place, Path folder) {
        if (!files.allows(folder)) {
            throw refused(place, "leads out of the folders of the configured locations");
        }
        if (!Files.isDirectory(folder)) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "There is no folder '" + place.path() + "' beside the descriptor of " + place.entity() + ".",
                    "Create it, or correct the path in the descriptor.");
        }
        try {
            return FileFolder.open(folder, files, histories, place);
        } catch (IOException failure) {
            throw refused(place, "can't be read: " + failure.getMessage());
        }
    }

    private static Path resolved(Path descriptor, String path) {
        try {
            if (!path.startsWith("/") && path.indexOf('\\') < 0) {
                return descriptor.resolveSibling(path).normalize();
            }
        } catch (InvalidPathException none) {
            // said below, as of every other path that is none
        }
        throw new PortalException(
                ProblemKind.BAD_INPUT,
                "'" + path + "' is no path from a descriptor's folder.",
                "Write steps with slashes between, from the folder of the descriptor: docs, or ../handbook.");
    }

    private static PortalException refused(SourcePlace place, String why) {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                "The folder '" + place.path() + "' beside the descriptor of " + place.entity() + " " + why + ".",
                "Name a folder below a configured location, with at most " + FileFolder.MOST_FILES + " files.");
    }

    /** {@return whether a file or folder of this name may be a secret} What orders the pages of a folder is none. */
    static boolean isHidden(String name) {
        return name.startsWith(".") && !name.equals(".pages");
    }

    @Override
    public void close() {
        histories.close();
    }

    static PortalException tooLarge(String path) {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                "The file '" + path + "' is larger than 16 MiB.",
                "Keep such files elsewhere, and link to them.");
    }
}
