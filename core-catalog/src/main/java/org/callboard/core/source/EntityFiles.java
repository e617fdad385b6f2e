package org.callboard.core.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFiles;
import org.callboard.api.source.SourceFolder;
import org.callboard.core.entity.ReservedAnnotations;
import org.callboard.core.git.Histories;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;

/** Opens folders beside descriptors that were read from files, as far as the configured locations reach. */
public final class EntityFiles implements SourceFiles, AutoCloseable {

    static final int LARGEST = 16 << 20;
    private static final String FILE = "file:";
    private static final ReadLimits LIMITS = new ReadLimits(LARGEST, 1, 0, 1);

    private final BiFunction<Caller, EntityRef, Optional<Entity>> entities;
    private final LocationFiles files;
    private final Histories histories = new Histories();

    /**
     * Makes the service.
     *
     * @param entities finds what a caller may read
     * @param targets the targets of the configured locations of type file
     */
    public EntityFiles(BiFunction<Caller, EntityRef, Optional<Entity>> entities, List<String> targets) {
        this.entities = entities;
        this.files = new LocationFiles(LIMITS, targets);
    }

    @Override
    public SourceFolder folder(Caller caller, EntityRef entity, String path) {
        Entity found = entities.apply(caller, entity)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no entity " + entity + "."));
        String location = found.annotation(ReservedAnnotations.LOCATION).orElse("");
        if (!location.startsWith(FILE)) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    entity + " was not read from a file, so there are no files beside it to read.",
                    "Have the portal read its repository from a folder: a location of type file.");
        }
        return open(entity, resolved(Path.of(location.substring(FILE.length())), path), path);
    }

    private SourceFolder open(EntityRef entity, Path folder, String path) {
        if (!files.allows(folder)) {
            throw refused(entity, path, "leads out of the folders of the configured locations");
        }
        if (!Files.isDirectory(folder)) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "There is no folder '" + path + "' beside the descriptor of " + entity + ".",
                    "Create it, or correct the path in the descriptor.");
        }
        try {
            return FileFolder.open(folder, files, histories);
        } catch (IOException failure) {
            throw refused(entity, path, "can't be read: " + failure.getMessage());
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

    private static PortalException refused(EntityRef entity, String path, String why) {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                "The folder '" + path + "' beside the descriptor of " + entity + " " + why + ".",
                "Name a folder below a configured location, with at most " + FileFolder.MOST_FILES + " files.");
    }

    @Override
    public void close() {
        histories.close();
    }
}
