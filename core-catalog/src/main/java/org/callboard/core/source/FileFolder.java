package org.callboard.core.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.callboard.api.source.FileChange;
import org.callboard.api.source.SourceFolder;
import org.callboard.api.source.SourcePlace;
import org.callboard.core.entity.Sha256;
import org.callboard.core.git.Histories;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.UnreadableException;

/** A folder on this machine. */
final class FileFolder implements SourceFolder {

    static final int MOST_FILES = 20_000;
    private static final int DEEPEST = 64;

    private final Path folder;
    private final LocationFiles files;
    private final Histories histories;
    private final SortedMap<String, Path> found = new TreeMap<>();
    private final String fingerprint;

    private FileFolder(Path folder, LocationFiles files, Histories histories, SourcePlace place) throws IOException {
        this.folder = folder;
        this.files = files;
        this.histories = histories;
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new Collect(folder, place));
        StringBuilder state = new StringBuilder();
        found.forEach((path, file) ->
                state.append(path).append(' ').append(files.fingerprint(file)).append('\n'));
        this.fingerprint = Sha256.hex(state.toString());
    }

    /**
     * Opens a folder.
     *
     * @throws IOException where it can't be read or has too many files
     */
    static FileFolder open(Path folder, LocationFiles files, Histories histories, SourcePlace place)
            throws IOException {
        return new FileFolder(folder, files, histories, place);
    }

    @Override
    public List<String> paths() {
        return List.copyOf(found.keySet());
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public Optional<byte[]> read(String path) {
        Path file = found.get(path);
        if (file == null) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > EntityFiles.LARGEST) {
                throw EntityFiles.tooLarge(path);
            }
            return Optional.of(files.read(file));
        } catch (IOException | UnreadableException gone) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<FileChange> change(String path) {
        Path file = found.get(path);
        return file == null ? Optional.empty() : histories.of(folder, path).or(() -> written(file));
    }

    private static Optional<FileChange> written(Path file) {
        try {
            return Optional.of(new FileChange(Files.getLastModifiedTime(file).toInstant(), null));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Takes what is no secret by its name, and no link to elsewhere. */
    private final class Collect extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final SourcePlace place;

        Collect(Path folder, SourcePlace place) {
            this.folder = folder;
            this.place = place;
        }

        private String path(Path inner) {
            return folder.relativize(inner).toString().replace('\\', '/');
        }

        private boolean isMeant(Path inner) {
            return inner.equals(folder) || place.leadsInto(path(inner));
        }

        private boolean isHidden(Path path) {
            return !path.equals(folder) && EntityFiles.isHidden(String.valueOf(path.getFileName()));
        }

        @Override
        public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
            if (inner.equals(folder) && !files.holds(inner)) {
                return FileVisitResult.TERMINATE;
            }
            return isHidden(inner) || !isMeant(inner) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean isOurs = attributes.isRegularFile()
                    || (attributes.isSymbolicLink() && Files.isRegularFile(file) && files.holds(file));
            if (isOurs && !isHidden(file) && place.holds(path(file))) {
                if (found.size() >= MOST_FILES) {
                    throw new IOException("it holds more than " + MOST_FILES + " files");
                }
                found.put(path(file), file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // what the portal's user may not read is not there
            return FileVisitResult.CONTINUE;
        }
    }
}
