package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.testkit.run.Requirements;

/** Looks into a portal's process with the JDK's own tool. */
record Inside(long pid) {

    private static final Pattern OBJECTS = Pattern.compile("^ *\\d+: +(\\d+) +(\\d+) +(\\S+)", Pattern.MULTILINE);
    private static final Pattern THREAD = Pattern.compile("^\"([^\"]*)\" #", Pattern.MULTILINE);
    /** Pools of the portal's and of the JDK's, which shrink when they have been idle. */
    private static final Pattern POOLED = Pattern.compile(
            "(http|plugin|retire|listeners|task(?!s)|HttpClient-[0-9]+-Worker|C1 Comp|C2 Comp|Attach|Sweeper|ForkJoinPool|pool-spawn).*");

    /** What a pool of the JDK's for files calls its threads; one that waits for work goes by itself. */
    private static final Pattern IDLE_FOR_FILES =
            Pattern.compile("^\"Thread-\\d+\" #(?:.+\\n)+?.*SynchronousQueue.poll.*\\n(?:.+\\n)*", Pattern.MULTILINE);

    private static final Pattern CLASSES = Pattern.compile("^Total = \\d+ +(\\d+) +\\d+ +(\\d+)", Pattern.MULTILINE);
    /** Accessors that the JDK makes for what is reflected upon often, and the like; one a cycle would be 1 000. */
    private static final int CLASSES_OF_THE_JDK = 300;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** One that lags behind when it stops has the next one take another bundle, which stays empty after that. */
    private static final int IDLE_BUNDLES = 2;

    private static final String LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";
    private static final String BUNDLE = "org.apache.felix.framework.BundleImpl";

    /** What lives in the process after its garbage was collected. */
    record Live(long loaders, long bundles, long classes, long metaspace, long heap, int threads) {}

    static Inside of(PortalProcess portal) {
        Inside inside = new Inside(portal.pid());
        Requirements.present(inside.tool().toFile().canExecute(), "there is no jcmd in the JDK that runs the tests");
        return inside;
    }

    /** {@return what lives, after collecting twice: what ends because something else was collected is gone as well} */
    Live live() {
        histogram();
        TreeMap<String, Long> counts = new TreeMap<>();
        long heap = 0;
        Matcher objects = OBJECTS.matcher(histogram());
        while (objects.find()) {
            counts.put(objects.group(3), Long.parseLong(objects.group(1)));
            heap += Long.parseLong(objects.group(2));
        }
        Matcher classes = CLASSES.matcher(ask("VM.classloader_stats"));
        assertTrue(classes.find(), "no total in VM.classloader_stats");
        return new Live(
                counts.getOrDefault(LOADER, 0L),
                counts.getOrDefault(BUNDLE, 0L),
                Long.parseLong(classes.group(1)),
                Long.parseLong(classes.group(2)),
                heap,
                threads().size());
    }

    /** {@return what lives once no more revisions do than before: one that was replaced goes after the answer did} */
    Live settled(Live before) {
        try {
            return Eventually.find(
                    "no more loaders and bundles than before",
                    PATIENCE,
                    () -> Optional.of(live())
                            .filter(now -> now.loaders() <= before.loaders()
                                    && now.bundles() <= before.bundles() + IDLE_BUNDLES));
        } catch (AssertionError failure) {
            throw new AssertionError(failure.getMessage() + ": " + before + " -> " + live(), failure);
        }
    }

    /**
     * Nothing stays of the revisions that were there since.
     *
     * @param caches how much fuller the portal's caches may be, in bytes
     * @return what there is
     */
    Live expectNothingStays(Live before, long caches) {
        Live after = settled(before);
        String both = before + " -> " + after;
        assertTrue(after.threads() <= before.threads(), () -> "threads: " + threads());
        assertTrue(after.classes() <= before.classes() + CLASSES_OF_THE_JDK, both);
        assertTrue(after.heap() <= before.heap() + caches, both);
        return after;
    }

    /** {@return the names of the threads that are there to stay} */
    List<String> threads() {
        String all = IDLE_FOR_FILES.matcher(ask("Thread.print")).replaceAll("");
        return THREAD.matcher(all)
                .results()
                .map(result -> result.group(1))
                .filter(name -> !POOLED.matcher(name).matches())
                .sorted()
                .toList();
    }

    /** {@return how many lines of the threads' stacks have these words} */
    long lines(String words) {
        return ask("Thread.print").lines().filter(line -> line.contains(words)).count();
    }

    private String histogram() {
        return ask("GC.class_histogram");
    }

    private String ask(String command) {
        try {
            Process process = new ProcessBuilder(tool().toString(), Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor() == 0, answer);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Path tool() {
        return Path.of(System.getProperty("java.home"), "bin", "jcmd");
    }
}
