package org.callboard.plugin.docs.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sites of real projects. Whether a link is broken in its source is found out without the code under test. */
class SiteCorpusTest {

    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"asset:([^\"]*)\"");

    /** The files of a folder. */
    private record Folder(Path root, List<String> paths) implements DocFiles {

        static Folder of(Path root) throws IOException {
            try (Stream<Path> files = Files.walk(root)) {
                return new Folder(
                        root,
                        files.filter(Files::isRegularFile)
                                .map(file -> root.relativize(file).toString())
                                .sorted()
                                .toList());
            }
        }

        @Override
        public Optional<byte[]> read(String path) {
            try {
                Path file = root.resolve(path);
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> sites() throws IOException {
        Path corpus = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/corpus/docs"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("corpus"));
        boolean isThere = Files.isDirectory(corpus);
        if (!isThere) {
            assertTrue(!Boolean.getBoolean("require.all"), "There is no corpus beside the project's folder.");
        }
        assumeTrue(isThere, "There is no corpus beside the project's folder.");
        List<Path> roots = new ArrayList<>();
        try (Stream<Path> files = Files.walk(corpus)) {
            files.filter(file -> file.getFileName().toString().matches("mkdocs\\.ya?ml"))
                    .map(Path::getParent)
                    .sorted()
                    .forEach(roots::add);
        }
        return roots.stream()
                .map(root -> DynamicTest.dynamicTest(corpus.relativize(root).toString(), () -> check(root)));
    }

    private static void check(Path root) throws IOException {
        Folder files = Folder.of(root);
        Site site = Site.read(files);
        List<String> wrong = new ArrayList<>();
        for (SiteProblem problem : site.problems()) {
            Matcher named = Pattern.compile("names (\\S+), and").matcher(problem.message());
            if (named.find() && Files.exists(root.resolve("docs").resolve(named.group(1)))) {
                wrong.add(problem.toString());
            }
        }
        reach(site, site.navigation(), wrong);
        for (String address : site.pages()) {
            RenderedPage page = site.page(address).orElseThrow();
            page.problems().stream()
                    .filter(problem -> isWrong(root, page, problem))
                    .forEach(problem -> wrong.add(problem.toString()));
            Matcher asset = ASSET.matcher(page.html());
            while (asset.find()) {
                if (site.asset(Paths.decoded(asset.group(1))).isEmpty()) {
                    wrong.add(address + " shows " + asset.group(1));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void reach(Site site, List<NavItem> items, List<String> wrong) {
        for (NavItem item : items) {
            String page = item.page();
            if (page != null && site.page(page).isEmpty()) {
                wrong.add("not reached: " + item);
            }
            reach(site, item.items(), wrong);
        }
    }

    /** Whether a link or image is told to be broken, and the file it names is there. */
    private static boolean isWrong(Path root, RenderedPage page, SiteProblem problem) {
        Matcher target = Pattern.compile(
                        "(?:leads to|The image) ([^\\s#?]+), and there|The image ([^\\s#?]+)\\S* is missing")
                .matcher(problem.message());
        if (!target.find()) {
            return false;
        }
        String path = target.group(1) == null ? target.group(2) : target.group(1);
        Path file = Objects.requireNonNull(root.resolve(page.source()).getParent())
                .resolve(path)
                .normalize();
        return Files.isRegularFile(file) && file.startsWith(root.resolve("docs"));
    }
}
