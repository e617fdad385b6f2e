package org.callboard.plugin.docs.offline;

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
import org.callboard.plugin.docs.site.DocFiles;

/**
 * The files of a folder, as they were when it was looked through; like the portal it takes no hidden ones, but those
 * that say the order of pages, and follows no links.
 */
final class LocalFiles implements DocFiles {

    private static final int MOST_FILES = 20_000;
    private static final int DEEPEST = 64;
    private static final long LARGEST = 16 << 20;

    private final SortedMap<String, Path> found = new TreeMap<>();
    private final StringBuilder state = new StringBuilder();

    /** @throws IOException where the folder can't be read or has too many files */
    LocalFiles(Path folder) throws IOException {
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new Collect(folder));
    }

    /** {@return a text that is another as soon as a file came, went or was written} */
    String state() {
        return Integer.toHexString(state.toString().hashCode()) + "-" + found.size();
    }

    @Override
    public List<String> paths() {
        return List.copyOf(found.keySet());
    }

    @Override
    public Optional<byte[]> read(String path) {
        Path file = found.get(path);
        try {
            return file == null || Files.size(file) > LARGEST
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(file));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private final class Collect extends SimpleFileVisitor<Path> {

        private final Path folder;

        Collect(Path folder) {
            this.folder = folder;
        }

        private boolean isHidden(Path path) {
            String name = String.valueOf(path.getFileName());
            return !path.equals(folder) && name.startsWith(".") && !name.equals(".pages");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            return isHidden(inner) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && !isHidden(file)) {
                if (found.size() >= MOST_FILES) {
                    throw new IOException("it holds more than " + MOST_FILES + " files");
                }
                String path = folder.relativize(file).toString().replace('\\', '/');
                found.put(path, file);
                state.append(path)
                        .append(' ')
                        .append(attributes.size())
                        .append(' ')
                        .append(attributes.lastModifiedTime())
                        .append('\n');
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(folder)) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
