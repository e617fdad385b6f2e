package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into a portal's process with the JDK's own tool. */
record Inside(long pid) {

    private static final Pattern OBJECTS = Pattern.compile("^ *\\d+: +(\\d+) +(\\d+) +(\\S+)", Pattern.MULTILINE);
    private static final Pattern THREAD = Pattern.compile("^\"([^\"]*)\" #", Pattern.MULTILINE);
    /** Pools of the portal's and of the JDK's, which shrink when they have been idle. */
    private static final Pattern POOLED =
            Pattern.compile("(http|plugin|retire|C1 Comp|C2 Comp|Attach|Sweeper|ForkJoinPool|pool-spawn).*");

    private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");
    private static final String LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";
    private static final String BUNDLE = "org.apache.felix.framework.BundleImpl";

    /** What lives in the process after its garbage was collected. */
    record Live(long loaders, long bundles, long heap, long metaspaceKilobytes, int threads) {}

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
        Matcher metaspace = METASPACE.matcher(ask("GC.heap_info"));
        assertTrue(metaspace.find(), "no metaspace in GC.heap_info");
        return new Live(
                counts.getOrDefault(LOADER, 0L),
                counts.getOrDefault(BUNDLE, 0L),
                heap,
                Long.parseLong(metaspace.group(1)),
                threads().size());
    }

    /** {@return the names of the threads that are there to stay} */
    List<String> threads() {
        return THREAD.matcher(ask("Thread.print"))
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
