package org.callboard.core;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Locations;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.config.ConfigReader;
import org.callboard.core.db.Database;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.session.PortalCaller;

/** A catalog at work: a database, a folder of files, a web server, and the loop that reads them. */
final class EngineStage implements AutoCloseable {

    static final Caller CALLER = PortalCaller.ADMINISTRATOR;

    private final Path folder;
    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final BlockingQueue<CatalogEvent> events = new LinkedBlockingQueue<>();
    private final Database database;
    private final CatalogEngine engine;

    /** Starts one whose section {@code catalog} of the configuration has these lines besides its locations. */
    EngineStage(Path folder, String... catalog) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String page = pages.get(exchange.getRequestURI().getPath());
            byte[] body = (page == null ? "gone" : page).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Files.createDirectories(folder.resolve("files"));
        Path config = Files.writeString(folder.resolve("callboard.yaml"), """
                reading:
                  allow: [{host: "127.0.0.1:%d"}]
                catalog:
                  rules: [{allow: [Component, Group, Location]}]
                  locations: [{type: file, target: ./files}]
                  %s
                """.formatted(
                        server.getAddress().getPort(), String.join("\n  ", catalog)));
        this.database = new Database(folder.resolve("database"));
        this.engine = new CatalogEngine(
                database,
                new ConfigReader(folder, folder.resolve("data"), name -> null).read(List.of(config), null),
                new ActiveRevisions(),
                new AuditLog(database, Clock.systemUTC()),
                Clock.systemUTC());
        engine.start(changes -> events.addAll(changes.all()));
    }

    Catalog catalog() {
        return engine.services().catalog();
    }

    Locations locations() {
        return engine.services().locations();
    }

    Ingest ingest() {
        return engine.services().ingest();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    EngineStage page(String path, String text) {
        pages.put(path, text);
        return this;
    }

    EngineStage noPage(String path) {
        pages.remove(path);
        return this;
    }

    EngineStage file(String name, String text) throws IOException {
        Files.writeString(folder.resolve("files").resolve(name), text);
        return this;
    }

    EngineStage noFile(String name) throws IOException {
        Files.delete(folder.resolve("files").resolve(name));
        return this;
    }

    Optional<Entity> find(String ref) {
        return catalog().find(CALLER, EntityRef.parse(ref));
    }

    /** Waits for changes of entities until something holds; fails where it does not come to hold. */
    void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (events.poll(20, TimeUnit.SECONDS) == null) {
                throw new AssertionError("Nothing changed for 20 seconds");
            }
        }
    }

    /** Refreshes an entity until something holds: a page that was fetched within the last second is not fetched again. */
    void refreshUntil(String ref, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come to hold within 20 seconds");
            }
            ingest().refresh(CALLER, EntityRef.parse(ref));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    static String component(String name, String description) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s
                  description: %s
                spec: {type: service, lifecycle: production, owner: x}
                """.formatted(name, description);
    }

    @Override
    public void close() {
        engine.close();
        database.close();
        server.stop(0);
    }
}
