package org.callboard.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The framework and the portal's own bundles in it. */
final class Platform implements AutoCloseable {

    private static final long STOP_MILLIS = 20_000;

    private final Framework framework;
    private final Path cache;
    private boolean isClosed;

    private Platform(Framework framework, Path cache) {
        this.framework = framework;
        this.cache = cache;
    }

    /** Starts the framework from the folder {@code system} of the portal's home. */
    static Platform start(Path home, Map<String, String> settings) throws IOException, BundleException {
        Path bundles = home.resolve("system/bundles");
        Path cache = Files.createTempDirectory("callboard");
        Map<String, String> properties = new HashMap<>(settings);
        // every start is a first start: the plugin store is the truth, and this folder only the framework's scratch
        // paper
        properties.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        properties.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SystemPackages.exports(bundles.resolve("core-catalog.jar")));
        properties.put("felix.cache.locking", "false");
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(properties);
        Platform platform = new Platform(framework, cache);
        try {
            framework.start();
            platform.startBundles(bundles);
            return platform;
        } catch (BundleException | IOException | RuntimeException failure) {
            platform.close();
            throw failure;
        }
    }

    private void startBundles(Path folder) throws IOException, BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (Path jar : jars(folder)) {
            installed.add(framework.getBundleContext().installBundle("reference:" + jar.toUri()));
        }
        for (Bundle bundle : installed) {
            bundle.start();
        }
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
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException failure) {
            System.err.println("The framework did not stop cleanly: " + failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        deleteCache();
    }

    private void deleteCache() {
        try (Stream<Path> files = Files.walk(cache)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            System.err.println("The folder " + cache + " could not be deleted: " + failure.getMessage());
        }
    }
}
