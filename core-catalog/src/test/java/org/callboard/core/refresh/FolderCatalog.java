package org.callboard.core.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.api.model.Json;
import org.callboard.core.db.Database;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceProcessor;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.callboard.core.store.JdbcCatalogStore;

/** A catalog of a folder's files, on a real database. */
final class FolderCatalog implements AutoCloseable {

    private final Path files;
    private final Database database;
    private final JsonCodec codec = new JsonCodec();
    private final JdbcCatalogStore store;
    private final RefreshLoop loop;
    private final AtomicInteger published = new AtomicInteger();
    private long time = 1_800_000_000L;

    FolderCatalog(TestDatabase server, Path folder, String... targets) throws IOException {
        this.files = Files.createDirectories(folder.resolve("files"));
        this.database = server.open(folder.resolve("database"));
        this.store = new JdbcCatalogStore(database, codec);
        List<LocationTarget> roots = java.util.Arrays.stream(targets)
                .map(target -> target.isEmpty() ? files.toString() : files + "/" + target)
                .map(target -> new LocationTarget("file", target, "file:" + target, null))
                .toList();
        LocationFiles reading = new LocationFiles(
                ReadLimits.DEFAULT, roots.stream().map(LocationTarget::target).toList());
        SourceProcessor processor =
                new SourceProcessor(new DocumentParser(ReadLimits.DEFAULT), reading, List::of, List::of);
        SourceReader reader = new SourceReader(() -> roots, reading, reading, processor, () -> "", pages -> {});
        this.loop = new RefreshLoop(reader, store, Orphans.DELETE, published::incrementAndGet, Clock.systemUTC());
    }

    /** Writes a file with a time of its own, as two writes within a tick of the clock have one. */
    FolderCatalog write(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(time++)));
        return this;
    }

    FolderCatalog delete(String name) throws IOException {
        Files.delete(files.resolve(name));
        return this;
    }

    /** Has the next file written have this time. */
    void startClockAt(long seconds) {
        time = seconds;
    }

    Path files() {
        return files;
    }

    FolderCatalog pass() {
        loop.passNow();
        return this;
    }

    /** {@return how often a pass has had something to publish} */
    int published() {
        return published.get();
    }

    /** {@return the served entities that descriptors declare, by reference} */
    Map<String, Json.Obj> entities() {
        Map<String, Json.Obj> declared = served();
        declared.keySet().removeIf(ref -> ref.startsWith("location:default/generated-"));
        return declared;
    }

    /** {@return all served entities by reference, those included that stand for a location} */
    Map<String, Json.Obj> served() {
        Map<String, Json.Obj> found = new TreeMap<>();
        store.changes().scan(change -> {
            byte[] document = change.document();
            if (document != null) {
                found.put(change.ref(), (Json.Obj) codec.decode(document));
            }
        });
        return found;
    }

    List<String> problemCodes() {
        return store.problems(1_000).stream().map(problem -> problem.code()).toList();
    }

    static String component(String name, String owner) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s
                spec:
                  type: service
                  lifecycle: production
                  owner: %s
                """.formatted(name, owner);
    }

    static String location(String... targets) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Location
                metadata:
                  name: more
                spec:
                  targets: [%s]
                """.formatted(String.join(", ", targets));
    }

    @Override
    public void close() {
        loop.close();
        database.close();
    }
}
