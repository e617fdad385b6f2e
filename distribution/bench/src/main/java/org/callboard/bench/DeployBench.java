package org.callboard.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long an uploaded plugin takes until its card answers: new once, then replaced by further versions. */
final class DeployBench {

    private static final int REPLACEMENTS = 10;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final String PLUGIN = "/api/plugins/example-hello";
    private static final String CARD = "/api/web-shell/cards/example-hello/hello-card?entity=component:default/"
            + CatalogGenerator.name("component", 0);

    private final Settings settings;

    DeployBench(Settings settings) {
        this.settings = settings;
    }

    void measure(Portal portal, Table table) throws IOException, InterruptedException {
        Duration first = deploy(portal, "99.0.0");
        List<Duration> replaced = new ArrayList<>();
        for (int i = 1; i <= REPLACEMENTS; i++) {
            replaced.add(deploy(portal, "99.0." + i));
        }
        table.row("plugin jar POSTed until its card answers, first", StartBench.median(List.of(first)), "", "");
        table.row("plugin jar POSTed until its card answers, replaced", StartBench.median(replaced), "", "");
    }

    private Duration deploy(Portal portal, String version) throws IOException, InterruptedException {
        Path jar =
                PluginVersions.copy(settings.plugin(), version, settings.work().resolve("plugins"));
        long begin = System.nanoTime();
        HttpResponse<byte[]> posted = portal.postJar("/api/plugins", jar);
        if (posted.statusCode() >= 300) {
            throw new IOException("POST of " + jar.getFileName() + " answered " + posted.statusCode() + ": "
                    + new String(posted.body(), StandardCharsets.UTF_8));
        }
        int status = portal.get(CARD).statusCode();
        while (status != 200) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IOException("The card still answers " + status);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            status = portal.get(CARD).statusCode();
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        requireVersion(portal, version);
        return taken;
    }

    private static void requireVersion(Portal portal, String version) throws IOException, InterruptedException {
        String plugin = new String(portal.body(Call.get(PLUGIN)), StandardCharsets.UTF_8);
        if (!plugin.contains("\"version\":\"" + version + "\"")) {
            throw new IOException("Version " + version + " was deployed, and another serves: " + plugin);
        }
    }
}
