package org.callboard.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certified OpenID provider out of npm in a process of its own. Whoever it asks may say that they are anybody. */
final class OidcProvider implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("src/test/provider");
    private static final Pattern READY = Pattern.compile("OIDC (\\S+) (\\d+)");

    private final Process process;
    private final String issuer;
    private final int port;

    private OidcProvider(Process process, String issuer, int port) {
        this.process = process;
        this.issuer = issuer;
        this.port = port;
    }

    /** Starts one that sends browsers back to a portal on this port; without Node.js the test is skipped or fails. */
    static OidcProvider start(int portal) {
        return start(portal, null);
    }

    /** Starts one that calls itself so, behind a proxy. */
    static OidcProvider start(int portal, String issuer) {
        Node node = Node.in(Path.of("target/provider"), SCRIPTS);
        String base = "http://127.0.0.1:" + portal;
        ProcessBuilder command = new ProcessBuilder("node", "provider.js")
                .directory(node.folder().toFile())
                .redirectErrorStream(true);
        command.environment()
                .put(
                        "CALLBACKS",
                        "[\"" + base + "/signin/sign-in-oidc/company/callback\",\"" + base
                                + "/signin/sign-in-oidc/strange/callback\"]");
        command.environment().put("LOGOUTS", "[\"" + base + "/signin\"]");
        if (issuer != null) {
            command.environment().put("ISSUER", issuer);
        }
        try {
            Process process = command.start();
            Matcher ready = ready(process);
            return new OidcProvider(process, ready.group(1), Integer.parseInt(ready.group(2)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Matcher ready(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return ready;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The provider did not start:\n" + said);
    }

    String issuer() {
        return issuer;
    }

    int port() {
        return port;
    }

    /** The provider calls somebody by another name from now on. */
    void rename(String subject, String name) {
        control("/control/rename?sub=" + subject + "&to=" + name);
    }

    /** The provider knows somebody no more. */
    void remove(String subject) {
        control("/control/remove?sub=" + subject);
    }

    private void control(String path) {
        try {
            HttpResponse<Void> done = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            if (done.statusCode() != 200) {
                throw new AssertionError(path + " was answered " + done.statusCode());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
