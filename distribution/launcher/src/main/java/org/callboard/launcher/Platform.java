package org.callboard.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** The framework and the portal's own bundles in it. */
final class Platform implements AutoCloseable {

    private static final long STOP_MILLIS = 20_000;

    private final Framework framework;
    private final Scratch cache;
    private @Nullable Bundle core;
    private boolean isClosed;

    private Platform(Framework framework, Scratch cache) {
        this.framework = framework;
        this.cache = cache;
    }

    /** Starts the framework from the folder {@code system} of the portal's home. */
    static Platform start(Path home, Map<String, String> settings) throws IOException, BundleException {
        Path bundles = home.resolve("system/bundles");
        configureLogging();
        Platform platform = create(bundles, settings);
        try {
            platform.framework.start();
            platform.startBundles(bundles);
            return platform;
        } catch (BundleException | IOException | RuntimeException failure) {
            platform.close();
            throw failure;
        }
    }

    /** Makes a framework in which the portal's bundles are wired and none is started: what they offer can be looked at. */
    static Platform wire(Path bundles) throws IOException, BundleException {
        Platform platform = create(bundles, Map.of());
        try {
            platform.framework.init();
            platform.install(bundles);
            platform.framework.adapt(FrameworkWiring.class).resolveBundles(null);
            return platform;
        } catch (BundleException | IOException | RuntimeException failure) {
            platform.close();
            throw failure;
        }
    }

    /** {@return the framework's own view of its bundles} */
    BundleContext context() {
        return framework.getBundleContext();
    }

    private static Platform create(Path bundles, Map<String, String> settings) throws IOException {
        Scratch cache = Scratch.in(Path.of(System.getProperty("java.io.tmpdir")));
        Map<String, String> properties = new HashMap<>(settings);
        // every start is a first start: the plugin store is the truth, and this folder only the framework's scratch
        // paper
        properties.put(Constants.FRAMEWORK_STORAGE, cache.folder().toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        properties.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SystemPackages.exports(bundles.resolve("core-catalog.jar")));
        properties.put("felix.cache.locking", "false");
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(properties);
        return new Platform(framework, cache);
    }

    private static void configureLogging() throws IOException {
        try (InputStream settings = Objects.requireNonNull(Platform.class.getResourceAsStream("/logging.properties"))) {
            LogManager.getLogManager().readConfiguration(settings);
        }
    }

    private void startBundles(Path folder) throws IOException, BundleException {
        List<Bundle> bundles = install(folder);
        core = bundles.get(bundles.size() - 1);
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    private List<Bundle> install(Path folder) throws IOException, BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (Path jar : jars(folder)) {
            installed.add(framework.getBundleContext().installBundle("reference:" + jar.toUri()));
        }
        return installed;
    }

    /** By name, the core last: what it needs is running by then. */
    private static List<Path> jars(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
            entries.forEach(files::add);
        }
        files.sort(Comparator.<Path, Boolean>comparing(file -> file.endsWith("core-catalog.jar"))
                .thenComparing(Comparator.naturalOrder()));
        return files;
    }

    /** Waits until the framework has stopped. */
    void await() throws InterruptedException {
        framework.waitForStop(0);
    }

    /** Both the signal and the end of the framework come here; the second finds nothing left to do. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            stopCore();
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException failure) {
            System.err.println("The framework did not stop cleanly: " + failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        cache.close();
    }

    /** The framework ends plugins first, which answer requests as long as the core has not ended those. */
    private void stopCore() throws BundleException {
        if (core != null) {
            core.stop();
        }
    }
}
