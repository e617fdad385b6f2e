package org.callboard.plugin.docs.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        write("mkdocs.yml", "site_name: Handbook\n");
        write("docs/index.md", "# Welcome\n\nRead [the guide](guide/first%20steps.md#second).\n\n![A map](map.svg)\n");
        write("docs/guide/first steps.md", "# First\n\n## Second\n\nBack to [it](../index.md).\n");
        write("docs/map.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        write(".git/config", "hush");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private int check(Path root) {
        out.reset();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        return CheckCommand.run(root.toString(), to, new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private String at(String path) {
        Map.Entry<String, byte[]> found = new Preview(folder.toString()).apply(path);
        return Objects.requireNonNull(found, path).getKey() + "\n"
                + new String(found.getValue(), StandardCharsets.UTF_8);
    }

    @Test
    void saysThatNothingIsWrong() {
        assertEquals(0, check(folder));
        assertEquals("2 pages: no problems.\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void namesFileAndLineOfWhatIsWrongInTheirOrder() throws IOException {
        write("docs/z.md", "# Z\n\n\n[gone](gone.md)\n");
        write("docs/a.md", "# A\n\n[a](index.md#nowhere)\n\n![b](no.png)\n");
        assertEquals(1, check(folder));
        String docs = folder.resolve("docs") + "/";
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(4, lines.size());
        assertTrue(lines.get(0).startsWith(docs + "a.md:3: The link leads to index.md#nowhere"), lines.get(0));
        assertEquals(docs + "a.md:5: The image no.png is missing. Add the file, or correct its path.", lines.get(1));
        assertTrue(lines.get(2).startsWith(docs + "z.md:4: "), lines.get(2));
        assertEquals("4 pages: 3 problems.", lines.get(3));
    }

    @Test
    void saysWhichFolderThereIsNot() {
        assertEquals(6, check(folder.resolve("nothing")));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("There is no folder " + folder.resolve("nothing")));
    }

    @Test
    void showsPagesThatLeadToOneAnother() {
        String first = at("/");
        assertTrue(first.startsWith("text/html;charset=utf-8\n<!doctype html>"), first);
        assertTrue(first.contains("<title>Welcome</title>"), first);
        assertTrue(first.contains("href=\"/guide/first%20steps#second\""), first);
        assertTrue(first.contains("src=\"/-/files/map.svg\""), first);
        String second = at("/guide/first steps");
        assertTrue(second.contains("aria-current=\"page\""), second);
        assertTrue(second.contains("href=\"/\""), second);
        assertTrue(at("/-/files/map.svg").startsWith("image/svg+xml\n"));
        assertTrue(at("/-/icon.svg").startsWith("image/svg+xml\n"));
        assertTrue(at("/-/preview.css").contains(".prose h1"));
        assertTrue(at("/-/enliven.js").contains("export function enliven"));
    }

    @Test
    void bringsWhatColoursAndDrawsAndNothingElseOfThePortal() {
        for (String path : List.of("paint.js", "diagrams.js", "vendor/highlight.js", "vendor/katex.js")) {
            assertTrue(at("/-/" + path).startsWith("text/javascript;charset=utf-8\n"), path);
        }
        assertNull(new Preview(folder.toString()).apply("/-/diagrams/plantuml"));
        String frame = at("/-/diagrams/mermaid");
        assertTrue(frame.startsWith(
                "text/html;charset=utf-8\nsandbox allow-scripts; default-src 'none'; script-src 'sha256-"));
        assertTrue(frame.contains("securityLevel: 'strict'"));
        assertFalse(frame.contains("Viz.js"), "Each frame brings what draws its own language alone.");
        String graphs = at("/-/diagrams/graphviz");
        assertTrue(graphs.contains("Viz.js"));
        assertFalse(graphs.contains("mermaid"));
        assertTrue(
                graphs.lines().skip(1).findFirst().orElse("").endsWith("; worker-src blob:; frame-ancestors 'self'"));
        assertNull(new Preview(folder.toString()).apply("/-/reader.js"));
        assertNull(new Preview(folder.toString()).apply("/-/vendor/../main.js"));
    }

    @Test
    void showsWhatIsWrong() throws IOException {
        write("docs/a.md", "# A\n\n![b](no.png)\n");
        assertTrue(at("/a").contains("<code>docs/a.md:3</code> The image no.png is missing."), at("/a"));
        assertFalse(at("/").contains("no.png"));
    }

    @Test
    void showsNothingElse() {
        Preview preview = new Preview(folder.toString());
        for (String path : new String[] {
            "/nothing", "/-/files/../mkdocs.yml", "/-/files/.git/config", "/../mkdocs.yml", "/-/", "/-/files/index.md"
        }) {
            assertNull(preview.apply(path), path);
        }
    }

    @Test
    void isAnotherOnceAFileIsSaved() throws IOException {
        Preview preview = new Preview(folder.toString());
        Map.Entry<String, byte[]> before = Objects.requireNonNull(preview.apply("/-/state"));
        write("docs/index.md", "# Welcome\n\nTo something else.\n");
        Map.Entry<String, byte[]> after = Objects.requireNonNull(preview.apply("/-/state"));
        assertNotEquals(
                new String(before.getValue(), StandardCharsets.UTF_8),
                new String(after.getValue(), StandardCharsets.UTF_8));
        String page = new String(Objects.requireNonNull(preview.apply("/")).getValue(), StandardCharsets.UTF_8);
        assertTrue(page.contains("To something else."), page);
        assertTrue(page.contains(new String(after.getValue(), StandardCharsets.UTF_8)), page);
    }
}
