package org.callboard.plugin.docs.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A site of thousands of pages is read page by page in little memory: in a process that has no more. */
class LargeSiteTest {

    private static final String HEAP = "-Xmx64m";
    private static final boolean FULL = System.getProperty("repetitions", "").equals("full");
    private static final int PAGES = FULL ? 5_000 : 600;
    private static final int SECTIONS = 8;

    /** The pages, each made when it is read, as files are. */
    private static final class Generated implements DocFiles {

        private final List<String> paths = IntStream.range(0, PAGES)
                .mapToObj(page -> "docs/p" + page + ".md")
                .toList();

        @Override
        public List<String> paths() {
            return paths;
        }

        @Override
        public Optional<byte[]> read(String path) {
            if (!paths.contains(path)) {
                return Optional.empty();
            }
            int page = Integer.parseInt(path.replaceAll("\\D", ""));
            StringBuilder text = new StringBuilder("# Page " + page + "\n\n");
            for (int section = 0; section < SECTIONS; section++) {
                text.append("## Section ").append(section).append("\n\n");
                text.append("Seats are *held* for a while. ".repeat(20));
                text.append("See [another](p").append((page * 31 + 7) % PAGES).append(".md#section-1).\n\n");
                text.append("| a | b |\n|---|---|\n| 1 | `x` |\n\n```java\nclass A { int b; }\n```\n\n");
            }
            return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What the small process does: all that search and readers ask for. */
    public static void main(String... arguments) {
        Site site = Site.read(new Generated());
        long characters = 0;
        int sections = 0;
        for (String address : site.pages()) {
            RenderedPage page = site.page(address).orElseThrow();
            if (!page.problems().isEmpty()) {
                throw new IllegalStateException(page.problems().toString());
            }
            characters += page.html().length();
            sections += page.sections().size();
        }
        System.out.println(site.pages().size() + " " + sections + " " + characters);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void isReadInLittleMemory() throws IOException, InterruptedException {
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-Drepetitions=" + (FULL ? "full" : "scaled"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeSiteTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(new File("."))
                .start();
        String out = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, small.waitFor(), out);
        String[] counted = out.strip().split(" ", -1);
        assertEquals(Integer.toString(PAGES), counted[0]);
        assertEquals(Integer.toString(PAGES * (SECTIONS + 1)), counted[1]);
        assertTrue(Long.parseLong(counted[2]) > PAGES * 5_000L, out);
    }
}
