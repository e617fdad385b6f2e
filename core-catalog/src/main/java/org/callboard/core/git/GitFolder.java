package org.callboard.core.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder within a work tree.
 *
 * @param prefix the folder's path in the work tree, with a slash at its end; empty where it is the work tree itself
 * @param head the folder that has HEAD
 * @param common the folder that has objects and refs: the same, but for work trees that share a repository
 */
record GitFolder(String prefix, Path head, Path common) {

    private static final String GIT = ".git";
    private static final String POINTER = "gitdir:";
    private static final int LONGEST_POINTER = 4096;

    /**
     * Finds the repository of a folder, in it or above. A repository that is elsewhere ({@code gitdir:}) counts where it names
     * this work tree itself: whoever wrote the pointer need not be who may read what it points to.
     */
    static Optional<GitFolder> of(Path folder) throws IOException {
        Path real = folder.toRealPath();
        for (Path tree = real; tree != null; tree = tree.getParent()) {
            Path git = tree.resolve(GIT);
            if (Files.exists(git, LinkOption.NOFOLLOW_LINKS)) {
                String below = tree.relativize(real).toString().replace('\\', '/');
                return at(git, below.isEmpty() ? "" : below + "/");
            }
        }
        return Optional.empty();
    }

    private static Optional<GitFolder> at(Path git, String prefix) throws IOException {
        if (Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new GitFolder(prefix, git, git));
        }
        return linked(git)
                .filter(head -> head.getParent() != null && head.getParent().endsWith("worktrees"))
                .map(head -> new GitFolder(
                        prefix, head, head.resolve("..").resolve("..").normalize()));
    }

    /** The folder that a file points to and that points back. */
    private static Optional<Path> linked(Path file) throws IOException {
        String pointer = SmallFile.read(file, LONGEST_POINTER).strip();
        if (!pointer.startsWith(POINTER)) {
            return Optional.empty();
        }
        try {
            Path head = file.resolveSibling(pointer.substring(POINTER.length()).strip());
            if (!Files.isDirectory(head)) {
                return Optional.empty();
            }
            Path real = head.toRealPath();
            Path back = real.resolve(
                    SmallFile.read(real.resolve("gitdir"), LONGEST_POINTER).strip());
            return Files.exists(back) && Files.isSameFile(back, file) ? Optional.of(real) : Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** The commit that is checked out; empty where there is none yet. */
    Optional<GitId> commit() throws IOException {
        String text = SmallFile.read(head.resolve("HEAD"), LONGEST_POINTER).strip();
        if (!text.startsWith("ref:")) {
            return Optional.of(GitId.parse(text));
        }
        String ref = text.substring("ref:".length()).strip();
        if (!ref.matches("refs/[^\\\\\\x00-\\x20]+") || ref.contains("..")) {
            throw new FaultyRepositoryException("HEAD names no branch");
        }
        String own = SmallFile.read(common.resolve(ref), LONGEST_POINTER).strip();
        return own.isEmpty() ? packed(ref) : Optional.of(GitId.parse(own));
    }

    private Optional<GitId> packed(String ref) throws IOException {
        String all = SmallFile.read(common.resolve("packed-refs"), SmallFile.LARGEST);
        for (String line : all.split("\n", -1)) {
            if (line.endsWith(" " + ref)) {
                return Optional.of(GitId.parse(line.substring(0, line.indexOf(' '))));
            }
        }
        return Optional.empty();
    }

    /** Reads files that are small or none. */
    private static final class SmallFile {

        static final int LARGEST = 8 << 20;

        /** The text of a file, empty where it is none; links are none. */
        static String read(Path file, int most) throws IOException {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return "";
            }
            if (Files.size(file) > most) {
                throw new FaultyRepositoryException(file.getFileName() + " is larger than " + most + " bytes");
            }
            try (var in = Files.newInputStream(file)) {
                return new String(in.readNBytes(most), StandardCharsets.UTF_8);
            }
        }
    }
}
