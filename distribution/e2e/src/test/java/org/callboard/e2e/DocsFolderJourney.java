package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documentation is checked and shown by the command line, as its writers and CI do it, while no portal runs. */
class DocsFolderJourney {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write("mkdocs.yml", "site_name: Handbook\n");
        write("docs/index.md", "# Welcome\n\nRead [the guide](guide.md).\n");
        write("docs/guide.md", "# Guide\n\nOf yesterday.\n\n```java\nint one = 1;\n```\n");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private Distribution.Ended docs(String... arguments) {
        List<String> line = new ArrayList<>(List.of("docs"));
        line.addAll(List.of(arguments));
        return Distribution.run(Map.of(), line.toArray(String[]::new));
    }

    private Process preview(String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of("docs", "preview", folder.toString()));
        line.addAll(List.of(options));
        Process process = Distribution.command(line.toArray(String[]::new)).start();
        started.add(process);
        return process;
    }

    private static String address(Process preview) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(preview.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        Matcher address = ADDRESS.matcher(String.valueOf(line));
        assertTrue(address.find(), line);
        return address.group();
    }

    @Test
    void checksAFolder() throws IOException {
        Distribution.Ended fine = docs("check", folder.toString());
        assertEquals(0, fine.exitCode(), fine::errors);
        assertEquals("2 pages: no problems.\n", fine.out());
        assertEquals("", fine.errors());
        write("docs/guide.md", "# Guide\n\n![map](map.png)\n");
        Distribution.Ended faulty = docs("check", folder.toString());
        assertEquals(1, faulty.exitCode(), faulty::errors);
        assertEquals(folder.resolve("docs/guide.md") + """
                :3: The image map.png is missing. Add the file, or correct its path.
                2 pages: 1 problem.
                """, faulty.out());
        assertEquals(2, docs("check").exitCode());
        assertEquals(2, docs("burn", folder.toString()).exitCode());
        assertEquals(6, docs("check", folder.resolve("nothing").toString()).exitCode());
    }

    @Test
    void showsAFolderToThisMachineAlone() throws IOException, InterruptedException {
        Process preview = preview("--port", "0");
        String address = address(preview);
        HttpResponse<String> page = get(address + "guide");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Of yesterday."), page::body);
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'"), policy);
        assertEquals(404, get(address + "nothing").statusCode());
        assertEquals(404, get(address + "-/files/..%2Fmkdocs.yml").statusCode());
        int port = URI.create(address).getPort();
        assertEquals(
                421,
                new RawHttp(port).send("GET", "/", "Host: example.com:" + port).status());
        assertEquals(
                4,
                docs("preview", "--port", Integer.toString(port), folder.toString())
                        .exitCode());
        preview.destroy();
        assertTrue(Distribution.exitCode(preview) != 0, "It was ended by a signal.");
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void coloursCodeAndDrawsFormulasAndDiagramsAsThePortalDoes() throws IOException {
        write("mkdocs.yml", "site_name: Handbook\nmarkdown_extensions: [pymdownx.arithmatex]\n");
        write(
                "docs/drawn.md",
                "# Drawn\n\n```java\nclass Gate {}\n```\n\n$e^{i}$\n\n```mermaid\nflowchart LR\n  a --> b\n```\n");
        String address = address(preview("--port", "0"));
        List<String> asked = new ArrayList<>();
        try (Chromium chromium = Chromium.start();
                BrowserContext window = chromium.window(ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(address + "drawn");
            assertThat(page.locator("pre .hljs-keyword").first()).hasText("class");
            assertThat(page.locator(".math math")).hasCount(1);
            Locator diagram = page.locator(".diagram img");
            assertThat(diagram).isVisible();
            assertTrue((int) diagram.evaluate("image => image.naturalWidth") > 50);
            assertEquals("null", page.frames().get(1).evaluate("window.origin"));
            String light = diagram.getAttribute("src");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(diagram).not().hasAttribute("src", light);
        }
        assertEquals(
                List.of(),
                asked.stream()
                        .filter(url -> !url.startsWith(address) && !url.startsWith("data:"))
                        .toList());
    }

    @Test
    void drawsAPageAgainWhenItIsSaved() throws IOException {
        String address = address(preview("--port", "0"));
        List<String> complaints = new ArrayList<>();
        try (Chromium chromium = Chromium.start();
                BrowserContext window = chromium.window(ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(address);
            page.getByText("the guide").click();
            assertThat(page.getByText("Of yesterday.")).isVisible();
            assertThat(page.getByText("Copy")).hasCount(1);
            write("docs/guide.md", "# Guide\n\nOf today, which is longer.\n");
            assertThat(page.getByText("Of today, which is longer.")).isVisible();
        }
        assertEquals(List.of(), complaints);
    }
}
