package org.callboard.core.git;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a repository. Those that it borrows from another one ({@code objects/info/alternates}) are not there, nor is
 * anything that a link leads to. For one thread.
 */
final class GitObjects implements Closeable {

    private static final int MOST_PACKS = 500;
    private static final String INDEX = ".idx";

    private final LooseObjects loose;
    private final Budget budget;
    private final List<Pack> packs = new ArrayList<>();

    private GitObjects(Path folder, Budget budget) {
        this.loose = new LooseObjects(folder);
        this.budget = budget;
    }

    static GitObjects open(Path repository, Budget budget) throws IOException {
        Path folder = repository.resolve("objects");
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FaultyRepositoryException("it has no objects");
        }
        GitObjects objects = new GitObjects(folder, budget);
        try {
            objects.openPacks(folder.resolve("pack"));
            return objects;
        } catch (IOException | RuntimeException failure) {
            objects.close();
            throw failure;
        }
    }

    private void openPacks(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Recent recent = new Recent();
        try (DirectoryStream<Path> indexes = Files.newDirectoryStream(folder, "pack-*" + INDEX)) {
            for (Path index : indexes) {
                String name = String.valueOf(index.getFileName());
                Path pack = folder.resolve(name.substring(0, name.length() - INDEX.length()) + ".pack");
                if (Files.isRegularFile(index, LinkOption.NOFOLLOW_LINKS)
                        && Files.isRegularFile(pack, LinkOption.NOFOLLOW_LINKS)) {
                    if (packs.size() >= MOST_PACKS) {
                        throw new FaultyRepositoryException("it has more than " + MOST_PACKS + " packs");
                    }
                    packs.add(Pack.open(pack, index, packs.size(), recent));
                }
            }
        }
    }

    private @Nullable GitObject find(GitId id) throws IOException {
        budget.takeRead();
        for (Pack pack : packs) {
            GitObject packed = pack.read(id, budget);
            if (packed != null) {
                return packed;
            }
        }
        return loose.read(id).orElse(null);
    }

    /** {@return a commit, nothing where it is not there} */
    Optional<Commit> commit(GitId id) throws IOException {
        GitObject found = find(id);
        return found == null || found.type() != GitObject.COMMIT
                ? Optional.empty()
                : Optional.of(Commit.parse(id, found.bytes()));
    }

    /** {@return what a folder holds} */
    Tree tree(GitId id) throws IOException {
        GitObject found = find(id);
        if (found == null || found.type() != GitObject.TREE) {
            throw new FaultyRepositoryException("a folder of a commit is missing");
        }
        return Tree.parse(found.bytes());
    }

    @Override
    public void close() throws IOException {
        for (Pack pack : packs) {
            pack.close();
        }
    }
}
