package org.callboard.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The portal's program on this machine: given by its user, or fetched from a portal and kept. */
final class Program {

    private static final String LATEST = "latest";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path kept;

    /**
     * Keeps programs in a folder.
     *
     * @param kept has a folder for each program, and a file that names the one fetched last
     */
    Program(Path kept) {
        this.kept = kept;
    }

    /**
     * {@return the folder of the program}
     *
     * @param given where its user has one, or null
     * @param url the portal to fetch it from
     * @param token who asks there, or null: a portal on this machine doesn't need to know
     */
    Path find(@Nullable Path given, String url, @Nullable String token) throws MojoFailureException {
        if (given != null) {
            return checked(given);
        }
        try {
            Optional<Path> known = latest();
            Optional<Path> fetched = fetch(url, token, known);
            return checked(fetched.or(() -> known)
                    .orElseThrow(() -> new MojoFailureException("There is no portal to run: " + url
                            + " does not answer, and none was fetched before. Start one there, or name the folder of an"
                            + " unpacked one with -Dcallboard.home=.")));
        } catch (IOException failure) {
            throw new MojoFailureException("The portal's program can't be kept in " + kept + ": " + failure, failure);
        }
    }

    private static Path checked(Path home) throws MojoFailureException {
        if (!Files.exists(home.resolve("bin/callboard"))) {
            throw new MojoFailureException("There is no portal in " + home + ": it has no bin/callboard.");
        }
        return home.toAbsolutePath();
    }

    private Optional<Path> latest() throws IOException {
        Path named = kept.resolve(LATEST);
        if (!Files.exists(named)) {
            return Optional.empty();
        }
        return Optional.of(kept.resolve(Files.readString(named).strip())).filter(Files::isDirectory);
    }

    private Optional<Path> fetch(String url, @Nullable String token, Optional<Path> known)
            throws IOException, MojoFailureException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + "/maven/portal.zip")).timeout(PATIENCE);
        known.ifPresent(home -> request.header("If-None-Match", "\"" + home.getFileName() + "\""));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return unpacked(response, body);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MojoFailureException("Interrupted.", stopped);
        } catch (java.net.ConnectException nobody) {
            return Optional.empty();
        }
    }

    private Optional<Path> unpacked(HttpResponse<InputStream> response, InputStream body)
            throws IOException, MojoFailureException {
        if (response.statusCode() == 304) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new MojoFailureException("The portal at " + response.uri() + " answered " + response.statusCode()
                    + ". Where it asks who you are, set CALLBOARD_TOKEN.");
        }
        String tag = response.headers().firstValue("ETag").orElse("").replaceAll("[^A-Za-z0-9]", "");
        Path home = kept.resolve(tag);
        Files.createDirectories(kept);
        Path fresh = Files.createTempDirectory(kept, "fetching");
        try {
            unpack(body, fresh);
            if (!Files.isDirectory(home)) {
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            delete(fresh);
        }
        Files.writeString(kept.resolve(LATEST), tag);
        return Optional.of(home);
    }

    private static void unpack(InputStream body, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(body)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("The zip has a file outside of it: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        if (!folder.resolve("bin/callboard").toFile().setExecutable(true)) {
            throw new IOException("bin/callboard can't be made executable.");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Program::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
