package org.callboard.core.wiring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The bundles that revisions run in. They are used again and again, as the framework keeps something of every bundle that
 * was ever installed, but nothing of one that was updated. In between they are empty: of a revision that was stopped, no
 * other can use a package, and no class stays.
 */
public final class BundleSlots {

    private static final String LOCATION = "plugin-slot:";
    private static final String EMPTY_NAME = "empty-slot";
    private static final byte[] EMPTY = empty();

    private final BundleContext context;
    private final Deque<Bundle> idle = new ArrayDeque<>();
    private int made;

    public BundleSlots(BundleContext context) {
        this.context = context;
    }

    /** {@return whether a plugin's revision runs in the bundle, or did or will} */
    static boolean isTaken(Bundle bundle) {
        return isSlot(bundle) && !EMPTY_NAME.equals(bundle.getSymbolicName());
    }

    /** {@return whether it is one of these bundles, empty or not} */
    public static boolean isSlot(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }

    /** {@return a bundle with the jar as its content, installed and no more} */
    public Bundle take(Path jar) throws BundleException, IOException {
        Bundle slot = next();
        try (InputStream in = Files.newInputStream(jar)) {
            slot.update(in);
            return slot;
        } catch (BundleException | IOException | RuntimeException failure) {
            giveBack(slot);
            throw failure;
        }
    }

    private synchronized Bundle next() throws BundleException {
        Bundle slot = idle.pollFirst();
        if (slot != null) {
            return slot;
        }
        made++;
        return context.installBundle(LOCATION + made, new ByteArrayInputStream(EMPTY));
    }

    /** Empties the bundle of a revision that was stopped, for the next one to use. */
    public void free(Bundle slot) throws BundleException {
        slot.update(new ByteArrayInputStream(EMPTY));
        FrameworkWiring framework = context.getBundle(0).adapt(FrameworkWiring.class);
        if (framework.getRemovalPendingBundles().contains(slot)) {
            // plugins that use its packages have to let go of them first
            framework.refreshBundles(List.of(slot));
        }
        deleteFiles(slot.getDataFile(""));
        giveBack(slot);
    }

    private synchronized void giveBack(Bundle slot) {
        idle.addLast(slot);
    }

    /** What a plugin wrote there is not the next one's business. */
    private static void deleteFiles(@Nullable File folder) {
        if (folder == null || !folder.exists()) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder.toPath())) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] empty() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", EMPTY_NAME);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new JarOutputStream(bytes, manifest).close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
