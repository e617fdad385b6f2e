package org.callboard.core.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.api.problem.Problem;
import org.callboard.api.source.FileChange;
import org.callboard.api.source.SourceFolder;
import org.callboard.api.source.SourcePlace;
import org.callboard.core.entity.Sha256;

/** A folder of a repository on the web. */
final class TreeFolder implements SourceFolder {

    private final ArchiveTree tree;
    private final Function<String, Optional<FileChange>> history;
    private final String prefix;
    private final List<String> paths;
    private final String fingerprint;
    private final Optional<Problem> problem;

    /**
     * Opens a folder.
     *
     * @param history when a file was last changed, by its path in the tree
     * @param folder its path in the tree; empty for all of it
     * @param hash of the archive
     */
    TreeFolder(
            ArchiveTree tree,
            Function<String, Optional<FileChange>> history,
            String folder,
            String hash,
            SourcePlace place,
            Optional<Problem> problem) {
        this.tree = tree;
        this.history = history;
        this.prefix = folder.isEmpty() ? "" : folder + "/";
        this.paths = tree.paths().stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .filter(path -> !isHidden(path) && place.holds(path))
                .toList();
        this.fingerprint = Sha256.hex(hash + " " + folder + " " + place.version() + " " + place.patterns());
        this.problem = problem;
    }

    @Override
    public Optional<FileChange> change(String path) {
        return isHidden(path) ? Optional.empty() : history.apply(prefix + path);
    }

    private static boolean isHidden(String path) {
        return Stream.of(path.split("/", -1)).anyMatch(EntityFiles::isHidden);
    }

    @Override
    public List<String> paths() {
        return paths;
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public Optional<Problem> problem() {
        return problem;
    }

    @Override
    public Optional<byte[]> read(String path) {
        if (isHidden(path)) {
            return Optional.empty();
        }
        if (tree.size(prefix + path).orElse(0L) > EntityFiles.LARGEST) {
            throw EntityFiles.tooLarge(path);
        }
        try {
            return tree.read(prefix + path);
        } catch (IOException | UnfitArchiveException gone) {
            return Optional.empty();
        }
    }
}
