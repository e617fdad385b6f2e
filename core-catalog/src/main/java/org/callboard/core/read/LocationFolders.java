package org.callboard.core.read;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The folders in which the files of locations are, or may appear. */
public final class LocationFolders extends SimpleFileVisitor<Path> {

    private static final int MOST = 50_000;
    private static final int DEEPEST = 64;
    private static final Set<String> PASSED_OVER = Set.of(".git", ".hg", ".svn", "node_modules");

    private final Set<Path> folders = new HashSet<>();

    private LocationFolders() {}

    /**
     * {@return the folders}
     *
     * @param targets absolute files, folders and patterns
     * @param files files that count besides
     */
    public static Set<Path> of(Collection<String> targets, Collection<Path> files) {
        LocationFolders found = new LocationFolders();
        for (Path file : files) {
            if (file.getParent() != null) {
                found.folders.add(file.getParent());
            }
        }
        targets.forEach(found::walk);
        return found.folders;
    }

    private void walk(String target) {
        Path path = Glob.isPattern(target) ? Glob.root(target) : Path.of(target);
        if (!Files.isDirectory(path)) {
            if (path.getParent() != null) {
                folders.add(path.getParent());
            }
            return;
        }
        try {
            Files.walkFileTree(path, Set.of(), depth(target, path), this);
        } catch (IOException unreadable) {
            folders.add(path);
        }
    }

    /** {@return how many levels of folders below the root can hold files} */
    private static int depth(String target, Path root) {
        if (!Glob.isPattern(target) || target.contains("**")) {
            return DEEPEST;
        }
        String plain = target.replaceAll("\\{[^}]*}", "x");
        return Math.max(1, Path.of(plain).getNameCount() - root.getNameCount() - 1);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folders.size() >= MOST) {
            return FileVisitResult.TERMINATE;
        }
        if (PASSED_OVER.contains(String.valueOf(folder.getFileName()))) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        folders.add(folder);
        return FileVisitResult.CONTINUE;
    }

    /** Folders at the deepest level are told of here. */
    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            folders.add(path);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        return FileVisitResult.CONTINUE;
    }
}
