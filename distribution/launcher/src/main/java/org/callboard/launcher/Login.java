package org.callboard.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code callboard login}: asks a running portal for a new one-time sign-in link. */
final class Login {

    private static final Pattern PATH = Pattern.compile("\"path\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path tokenFile;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream errors;

    Login(Path tokenFile, Map<String, String> environment, PrintStream out, PrintStream errors) {
        this.tokenFile = tokenFile;
        this.environment = environment;
        this.out = out;
        this.errors = errors;
    }

    ExitCode run(String url) {
        String token = token();
        if (token == null) {
            errors.println("There is no token: set CALLBOARD_TOKEN, or run this as the user who runs the portal.");
            return ExitCode.USAGE;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/session/links"))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return print(url, answer);
        } catch (IOException failure) {
            errors.println("No portal answers at " + url + ". Start it, or name another with --url.");
            return ExitCode.FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private ExitCode print(String url, HttpResponse<String> answer) {
        Matcher path = PATH.matcher(answer.body());
        if (answer.statusCode() != 201 || !path.find()) {
            errors.println("The portal at " + url + " refused: HTTP " + answer.statusCode() + ". Check the token.");
            return ExitCode.FAILED;
        }
        out.println(url + path.group(1));
        return ExitCode.OK;
    }

    private @Nullable String token() {
        String given = environment.get("CALLBOARD_TOKEN");
        if (given != null) {
            return given;
        }
        try {
            return Files.isReadable(tokenFile) ? Files.readString(tokenFile).strip() : null;
        } catch (IOException unreadable) {
            return null;
        }
    }
}
