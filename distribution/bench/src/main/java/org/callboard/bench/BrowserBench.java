package org.callboard.bench;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.testkit.run.InstalledBrowser;

/** What somebody sees, and when: pages in a real browser. */
final class BrowserBench {

    private static final int OPENINGS = 11;
    private static final int SETTLE_MILLIS = 1_000;
    private static final int UPGRADES = 50;
    private static final int PLUGINS = 200;
    private static final Pattern LINK = Pattern.compile("\"path\":\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
    private static final String SERVICES =
            "/api/catalog/entities/by-query?filter=kind=component,spec.type=service&fields=metadata.name&limit=1";

    private final Settings settings;
    private final Portal portal;
    private final Table table;
    private final InstalledBrowser browser;

    private int versions;

    private BrowserBench(Settings settings, Portal portal, Table table, InstalledBrowser browser) {
        this.settings = settings;
        this.portal = portal;
        this.table = table;
        this.browser = browser;
    }

    static void measure(Settings settings, Portal portal, Table table) throws IOException, InterruptedException {
        if (!InstalledBrowser.isThere()) {
            table.row("pages in a browser", "there is none", "", "");
            return;
        }
        try (InstalledBrowser browser = InstalledBrowser.start()) {
            new BrowserBench(settings, portal, table, browser).measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        String service = "/catalog/default/component/" + first(NAME, Call.get(SERVICES));
        openings("home", "/");
        openings("entity", service);
        table.row("event until painted, tier 1", upgrades(settings.plugin(), service, "plugin"), "median 30 ms", "");
        table.row("event until painted, tier 2", upgrades(settings.element(), service, "plugin"), "median 60 ms", "");
        table.row(
                "a deploy's first event until another open console shows it",
                upgrades(settings.plugin(), "/plugins", "plugin.deploy"),
                "100 ms",
                "");
        table("table of all components", "/catalog?kind=component");
        for (int number = 0; number < PLUGINS; number++) {
            deploy(PluginVersions.renamed(
                    settings.plugin(), String.format(Locale.ROOT, "bench-many-%03d", number), work()));
        }
        table("console with " + PLUGINS + " plugins", "/plugins");
    }

    private Path work() {
        return settings.work().resolve("browser");
    }

    private String first(Pattern pattern, Call call) throws IOException, InterruptedException {
        String answer = portal.text(call);
        Matcher found = pattern.matcher(answer);
        if (!found.find()) {
            throw new IOException(call.path() + " answered " + answer);
        }
        return found.group(1);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + portal.port() + path;
    }

    /** {@return the cookies of somebody signed in} */
    private String session() throws IOException, InterruptedException {
        try (BrowserContext window = browser.browser().newContext()) {
            window.newPage().navigate(at(first(LINK, new Call("/api/session/links", "{}"))));
            return window.storageState();
        }
    }

    private BrowserContext window(String session) {
        BrowserContext window = browser.browser()
                .newContext(new NewContextOptions().setStorageState(session).setViewportSize(1440, 900));
        window.addInitScript(PageScript.TEXT);
        return window;
    }

    private void openings(String name, String path) throws IOException, InterruptedException {
        Samples settled = new Samples();
        Samples opening = new Samples();
        double shifts = 0;
        String session = session();
        for (int number = 0; number < OPENINGS; number++) {
            shifts = Math.max(shifts, opened(session, path, SETTLE_MILLIS, settled));
            shifts = Math.max(shifts, opened(session, path, 0, opening));
        }
        table.row(
                "largest paint of the " + name + " page, nothing cached",
                String.format(Locale.ROOT, "%.0f ms, layout shift at most %.3f", median(settled), shifts),
                "600 ms, 0",
                "");
        table.beside(
                "the same while the browser opens the window for it",
                String.format(Locale.ROOT, "%.0f ms", median(opening)));
    }

    /** A new window loads pages of the browser's own, as much work as the portal's, at the same time if they are not waited for. */
    private double opened(String session, String path, int settleMillis, Samples paints) {
        try (BrowserContext window = window(session)) {
            Page page = window.newPage();
            page.waitForTimeout(settleMillis);
            page.navigate(at(path));
            paints.add(nanos(page.evaluate("benchmark.largestPaint()")));
            return ((Number) page.evaluate("benchmark.shift()")).doubleValue();
        }
    }

    private static double median(Samples samples) {
        return Samples.merge(List.of(samples)).millis(0.5);
    }

    private static long nanos(Object millis) {
        return (long) (((Number) millis).doubleValue() * 1e6);
    }

    /** From a version's event, as a client hears it that does nothing else, to the version in the page. */
    private String upgrades(Path jar, String path, String event) throws IOException, InterruptedException {
        Samples samples = new Samples();
        try (EventWatch events = new EventWatch(portal, event);
                BrowserContext window = window(session())) {
            Page page = window.newPage();
            page.navigate(at(path));
            for (int upgrade = 0; upgrade <= UPGRADES; upgrade++) {
                String version = "100.0." + ++versions;
                page.evaluate("version => { benchmark.awaited = benchmark.seen(version); }", version);
                deploy(PluginVersions.copy(jar, version, work()));
                double told = events.when(version);
                double painted = ((Number) page.evaluate("benchmark.awaited")).doubleValue();
                if (upgrade > 0) {
                    samples.add((long) ((painted - told) * 1e6));
                }
            }
        }
        return Samples.merge(List.of(samples)).latencies();
    }

    private void deploy(Path jar) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = portal.postJar("/api/plugins", jar);
        if (answer.statusCode() >= 300) {
            throw new IOException(jar + " was answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private void table(String name, String path) throws IOException, InterruptedException {
        try (BrowserContext window = window(session())) {
            Page page = window.newPage();
            page.navigate(at(path));
            page.evaluate("benchmark.rows()");
            table.row(
                    "rows in the page, longest frame of scrolling: " + name,
                    String.valueOf(page.evaluate("benchmark.scrolled()")),
                    path.startsWith("/catalog") ? "40 rows at most" : "smooth",
                    "");
        }
    }
}
