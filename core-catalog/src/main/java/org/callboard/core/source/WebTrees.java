package org.callboard.core.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.source.FileChange;
import org.callboard.api.source.SourceFolder;
import org.callboard.api.source.SourcePlace;
import org.callboard.core.read.UnreadableException;
import org.callboard.core.web.ArchiveAddress;
import org.callboard.core.web.ArchiveCheck;
import org.callboard.core.web.Held;
import org.callboard.core.web.ReadingRules;
import org.callboard.core.web.RepositoryAddress;
import org.callboard.core.web.WebArchives;
import org.callboard.core.web.WebCommits;

/** Folders of repositories on the web. Thread-safe. */
public final class WebTrees implements AutoCloseable {

    private static final int MOST_TREES = 64;
    private static final int MOST_ENTITIES = 10_000;
    private static final int MOST_OF_ONE = 20;

    private final WebArchives archives;
    private final WebCommits commits;
    private final Duration patience;
    private final Map<Path, KnownTree> trees = leastRecent(MOST_TREES);
    private final Map<EntityRef, Set<String>> asked = leastRecent(MOST_ENTITIES);

    /**
     * Takes up the archives that are there.
     *
     * @param folder where they are held
     * @param interval how often an archive is asked for
     */
    public WebTrees(Path folder, ReadingRules rules, Duration interval, Clock clock) {
        this(
                new WebArchives(folder, rules, interval, clock, new TreeCheck()),
                new WebCommits(rules, clock),
                Duration.ofSeconds(4));
    }

    /** @param patience how long somebody waits for an archive that was never there */
    private WebTrees(WebArchives archives, WebCommits commits, Duration patience) {
        this.archives = archives;
        this.commits = commits;
        this.patience = patience;
    }

    private static <K, V> Map<K, V> leastRecent(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    /** Opens the folder that an address is of. */
    SourceFolder folder(SourcePlace place) {
        try {
            return folder(place, ArchiveAddress.of(place.path(), place.version()));
        } catch (UnreadableException refused) {
            throw TreeProblems.exception(refused.problem(), "");
        }
    }

    /**
     * Opens a folder beside a descriptor.
     *
     * @param descriptor the address that it was read from
     */
    SourceFolder beside(String descriptor, SourcePlace place) {
        try {
            return folder(place, ArchiveAddress.of(descriptor, place.version()).beside(place.path()));
        } catch (UnreadableException refused) {
            throw TreeProblems.exception(refused.problem(), "");
        }
    }

    private SourceFolder folder(SourcePlace place, ArchiveAddress address) {
        remember(place.entity(), address.archive().toString());
        Held held = held(place, address);
        Path file = held.file();
        Problem problem = held.problem();
        if (file == null) {
            throw problem == null
                    ? gone(place)
                    : TreeProblems.exception(problem, address.archive().authority());
        }
        KnownTree tree = tree(place, file);
        TreeFolder folder = new TreeFolder(
                tree.files(),
                history(place, tree, address),
                address.path(),
                held.hash(),
                place,
                Optional.ofNullable(problem).map(why -> TreeProblems.old(why, address)));
        requireFiles(folder, place, address);
        return folder;
    }

    private static void requireFiles(TreeFolder folder, SourcePlace place, ArchiveAddress address) {
        if (folder.paths().isEmpty() && place.patterns().isEmpty()) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "The repository of '" + address.page() + "' has no files in '" + address.path() + "'.",
                    "Create the folder, or correct the address or path in the descriptor of " + place.entity() + ".");
        }
    }

    /** Code hosts are asked for who reads, and not for work in the background, which looks at everything. */
    private Function<String, Optional<FileChange>> history(SourcePlace place, KnownTree tree, ArchiveAddress address) {
        return place.patterns().isEmpty() ? new TreeHistory(tree, commits, address)::of : tree.changes()::of;
    }

    private Held held(SourcePlace place, ArchiveAddress address) {
        try {
            if (!place.patterns().isEmpty()) {
                return archives.openIfRoom(address.archive());
            }
            Held held = archives.open(address.archive());
            if (held.file() != null || held.fetch().isDone()) {
                return held;
            }
            held.fetch().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return archives.open(address.archive());
        } catch (UnreadableException refused) {
            throw TreeProblems.exception(refused.problem(), address.archive().authority());
        } catch (TimeoutException | ExecutionException stillUnderWay) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "The repository at '" + address.archive() + "' is being fetched.",
                    "Nothing need be done; it is there within moments.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw gone(place);
        }
    }

    private KnownTree tree(SourcePlace place, Path file) {
        KnownTree known = trees.get(file);
        if (known != null) {
            return known;
        }
        try {
            KnownTree tree = new KnownTree(ArchiveTree.open(file), TreeChanges.read(ArchiveCheck.notes(file)));
            trees.put(file, tree);
            return tree;
        } catch (IOException | UnfitArchiveException cleared) {
            throw gone(place);
        }
    }

    private static PortalException gone(SourcePlace place) {
        return new PortalException(
                ProblemKind.UNAVAILABLE,
                "The files of " + place.entity() + " are just being replaced.",
                "Try again in a moment.");
    }

    private void remember(EntityRef entity, String archive) {
        Set<String> known = asked.computeIfAbsent(entity, ref -> Collections.synchronizedSet(new LinkedHashSet<>()));
        if (known.size() < MOST_OF_ONE) {
            known.add(archive);
        }
    }

    /** Has the archives with files of an entity be asked for now. {@return done when that has ended, well or not} */
    public CompletableFuture<Void> refresh(EntityRef entity) {
        Collection<String> known = asked.getOrDefault(entity, Set.of());
        synchronized (known) {
            return CompletableFuture.allOf(known.stream().map(archives::refresh).toArray(CompletableFuture<?>[]::new));
        }
    }

    /** Has the archives of a repository be asked for now. {@return how many these are} */
    public int pushed(RepositoryAddress repository) {
        return archives.pushed(repository);
    }

    @Override
    public void close() {
        archives.close();
        commits.close();
    }
}
