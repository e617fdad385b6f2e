package org.callboard.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code callboard backup}: fetches a backup from a running portal into a new file that its owner alone may read. */
final class BackupDownload {

    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int LONGEST_REFUSAL = 10_000;

    private final String url;
    private final String token;
    private final PrintStream out;
    private final PrintStream errors;

    BackupDownload(String url, String token, PrintStream out, PrintStream errors) {
        this.url = url;
        this.token = token;
        this.out = out;
        this.errors = errors;
    }

    ExitCode run(Path file) {
        if (Files.exists(file)) {
            errors.println(file + " is there already; name another file.");
            return ExitCode.UNREADABLE;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/backup"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            return answer.statusCode() == 200 ? keep(answer.body(), file) : refused(answer);
        } catch (IOException failure) {
            errors.println("No portal answers at " + url + ". Start it, or name another with --url.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.FAILED;
    }

    /** What was cut off never gets the backup's name. */
    private ExitCode keep(InputStream body, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            create(part);
            try (body;
                    var whole = Files.newOutputStream(part)) {
                body.transferTo(whole);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            out.println(file + ": " + Files.size(file) + " bytes. It holds every secret of the portal.");
            return ExitCode.OK;
        } catch (IOException failure) {
            errors.println("The backup could not be written to " + file + ": " + failure.getMessage() + ".");
            part.toFile().delete();
            return ExitCode.FAILED;
        }
    }

    private static void create(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, owner);
    }

    private ExitCode refused(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            String text = new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
            Matcher message = MESSAGE.matcher(text);
            errors.println("The portal at " + url + " refused: "
                    + (message.find() ? message.group(1) : "HTTP " + answer.statusCode() + "."));
        }
        return ExitCode.FAILED;
    }
}
