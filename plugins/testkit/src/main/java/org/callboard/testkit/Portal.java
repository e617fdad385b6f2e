package org.callboard.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.testkit.run.PortalRun;
import org.callboard.testkit.run.UnpackedPortal;

/** A real portal, running for tests, and who asks it: its administrator. */
public final class Portal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PortalHome home;
    private final PortalRun run;
    private final Path plugin;
    private boolean serves;
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestJson json = new TestJson();

    private Portal(PortalHome home, PortalRun run, Path plugin) {
        this.home = home;
        this.run = run;
        this.plugin = plugin;
    }

    /** What the portal answered. */
    public record Answer(int status, String text) {

        /** {@return the answer as JSON} */
        public Json json() {
            return new TestJson().readText(text);
        }

        /**
         * {@return this answer, which must have this status}
         *
         * @throws AssertionError with what was answered, where it has another
         */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected " + expected + ", but it was " + status + ": " + text);
            }
            return this;
        }
    }

    /** Starts a portal in a folder of its own and waits for nothing. */
    static Portal start(UnpackedPortal program, String config, Path plugin) {
        PortalHome home = PortalHome.make(config);
        return new Portal(home, home.start(program), plugin);
    }

    /** Waits for it and installs the plugin, unless that was done. {@return this portal} */
    Portal serving() {
        if (serves) {
            return this;
        }
        try {
            awaitReady();
            install(plugin);
            serves = true;
            return this;
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(failure.getMessage() + "\nThe portal wrote:\n" + run.written(), failure);
        }
    }

    /** {@return where it answers} */
    public URI address() {
        return run.address().orElseThrow(() -> new IllegalStateException("The portal does not answer yet."));
    }

    /** {@return a link that signs an administrator in, once; another one each time} */
    public URI signInLink() {
        Json.Obj link = (Json.Obj)
                post("/api/session/links", Json.Obj.EMPTY).expect(201).json();
        return URI.create(address() + link.text("path").orElseThrow());
    }

    /** {@return what the portal wrote to its standard error so far} */
    public String written() {
        return run.written();
    }

    /** Installs or replaces a plugin; it serves when this returns. */
    public Json.Obj install(Path jar) {
        try {
            Answer answer = send("POST", "/api/plugins", "application/java-archive", Files.readAllBytes(jar));
            return (Json.Obj) answer.expect(answer.status() == 200 ? 200 : 201).json();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sets the descriptors of the catalog, and waits until these entities are in it. */
    public void catalog(String yaml, String... refs) {
        home.writeCatalog(yaml);
        for (String ref : refs) {
            awaitEntity(EntityRef.parse(ref));
        }
    }

    /** {@return what the portal answers at a path} */
    public Answer get(String path) {
        return send("GET", path, "application/json", new byte[0]);
    }

    /** {@return what the portal answers to JSON} */
    public Answer post(String path, Json body) {
        return send("POST", path, "application/json", json.toText(body).getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the model of a card on an entity's page} */
    public Json.Obj card(String plugin, String id, String ref) {
        Json answer = get("/api/web-shell/cards/" + plugin + "/" + id + "?entity=" + ref)
                .expect(200)
                .json();
        return ((Json.Obj) answer).object("model");
    }

    private void awaitReady() {
        Awaiting.until("the portal to be ready", () -> {
            run.expectAlive();
            return run.address().isPresent() && get("/health/ready").status() == 200;
        });
    }

    private void awaitEntity(EntityRef ref) {
        String path = "/api/catalog/entities/by-name/" + ref.kind() + "/" + ref.namespace() + "/" + ref.name();
        Awaiting.until(ref + " in the catalog", () -> get(path).status() == 200);
    }

    private Answer send(String method, String path, String type, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + home.token())
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        run.close();
        home.delete();
    }
}
