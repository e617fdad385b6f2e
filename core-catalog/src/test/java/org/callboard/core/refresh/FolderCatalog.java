package org.callboard.core.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.SourceProcessor;
import org.callboard.core.read.DocumentParser;
import org.callboard.core.read.LocationFiles;
import org.callboard.core.read.ReadLimits;
import org.callboard.core.store.ChangeFeed;
import org.callboard.core.store.JdbcCatalogStore;
import org.callboard.core.store.ProvidedDocuments;
import org.callboard.core.store.ProvidedStore;

/** A catalog of a folder's files, on a real database. */
final class FolderCatalog implements AutoCloseable {

    private final TestDatabase server;
    private final Path folder;
    private final Path files;
    private final Database database;
    private final JsonCodec codec = new JsonCodec();
    private final JdbcCatalogStore store;
    private final RefreshLoop loop;
    private final AtomicInteger published = new AtomicInteger();
    private final ProvidedStore provided;
    private volatile List<LocationTarget> roots;
    private long time = 1_800_000_000L;

    FolderCatalog(TestDatabase server, Path folder, String... targets) throws IOException {
        this.server = server;
        this.folder = folder;
        this.files = Files.createDirectories(folder.resolve("files"));
        this.database = server.open(folder.resolve("database"));
        this.store = new JdbcCatalogStore(database, codec);
        this.roots = locations(targets);
        LocationFiles reading = new LocationFiles(
                ReadLimits.DEFAULT,
                this.roots.stream().map(LocationTarget::target).toList());
        SourceProcessor processor =
                new SourceProcessor(new DocumentParser(ReadLimits.DEFAULT), reading, List::of, List::of);
        this.provided = new ProvidedStore(database, Clock.systemUTC());
        ProvidedSources providers = new ProvidedSources(provided, (type, target) -> Set.of(), reading);
        install();
        SourceReader reader = new SourceReader(roots(providers), reading, providers, processor, () -> "", pages -> {});
        this.loop = new RefreshLoop(reader, store, Orphans.DELETE, published::incrementAndGet, Clock.systemUTC());
    }

    private Roots roots(ProvidedSources providers) {
        return new Roots() {
            @Override
            public List<LocationTarget> all() {
                return Stream.concat(roots.stream(), providers.all().stream()).toList();
            }

            @Override
            public List<LocationTarget> provided(LocationTarget provider) {
                return providers.of(provider);
            }
        };
    }

    /** Makes the plugin {@code p} known, which is said to provide something. */
    private void install() {
        database.inTransaction(connection -> Rows.update(connection, """
                insert into plugin (id, version, title, digest, desired, installed_at)
                select 'p', '1', 'P', '0', 'ACTIVE', current_timestamp
                where not exists (select id from plugin where id = 'p')"""));
    }

    /** Has the provider {@code p/x} give these entities and no others. */
    FolderCatalog provide(List<Json.Obj> entities) {
        ProvidedDocuments documents = new ProvidedDocuments();
        entities.forEach(documents::add);
        provided.replace("p", "x", documents);
        return this;
    }

    private List<LocationTarget> locations(String... targets) {
        return Arrays.stream(targets)
                .map(target -> target.isEmpty() ? files.toString() : files + "/" + target)
                .map(target -> new LocationTarget("file", target, "file:" + target, null))
                .toList();
    }

    /** Has these locations from now on, of those it was made with. */
    FolderCatalog configure(String... targets) {
        roots = locations(targets);
        return this;
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

    /** Gives a folder another name, which may be outside of all locations. */
    FolderCatalog rename(String from, String to) throws IOException {
        Files.createDirectories(files.resolve(to).getParent());
        Files.move(files.resolve(from), files.resolve(to));
        return this;
    }

    /** Has the next pass remove an entity before it begins. */
    CompletableFuture<Void> remove(String uid) {
        return loop.submit(() -> store.delete(uid));
    }

    /** Has the next pass read a file whether it changed or not. */
    CompletableFuture<Void> reopen(String name) {
        return loop.submit(() -> store.reopen(List.of("file:" + files.resolve(name))));
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
        changes().scan(change -> {
            byte[] document = change.document();
            if (document != null) {
                found.put(change.ref(), decode(document));
            }
        });
        return found;
    }

    ChangeFeed changes() {
        return store.changes();
    }

    Json.Obj decode(byte[] document) {
        return (Json.Obj) codec.decode(document);
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

    /** Ends as a process does that is killed, whatever other threads are doing. */
    void kill() {
        server.kill(database, folder.resolve("database"));
    }

    @Override
    public void close() {
        loop.close();
        database.close();
    }
}
