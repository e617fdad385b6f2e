package org.callboard.core.revision;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.extension.Extension;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.asks.CodeDiagnosis;
import org.callboard.core.entity.Sha256;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which jars are known to fit the plugin API of this very portal: a start need not look at their code again. It is a file
 * that may be lost at any time, and counts for nothing once the portal has another API.
 */
public final class CheckedJars {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedJars.class);
    private static final int MOST = 1_000;

    private final Path file;
    private final @Nullable String api;
    private final Set<String> digests = new LinkedHashSet<>();

    /**
     * Goes on with what the file says.
     *
     * @param api names the API that counts, or null where nothing is to be remembered
     */
    CheckedJars(Path file, @Nullable String api) {
        this.file = file;
        this.api = api;
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            if (!lines.isEmpty() && lines.get(0).equals(api)) {
                digests.addAll(lines.subList(1, lines.size()));
            }
        } catch (IOException unreadable) {
            LOG.debug("{} can't be read: all jars are checked again", file, unreadable);
        }
    }

    /** {@return those that are noted in this file for the API that plugins get here} */
    public static CheckedJars in(Path file) {
        return new CheckedJars(file, api());
    }

    /** {@return the digest of the API's jar} Two builds of one version may differ while it is being made. */
    private static @Nullable String api() {
        Bundle bundle = FrameworkUtil.getBundle(Extension.class);
        if (bundle == null) {
            return null;
        }
        String location = bundle.getLocation().replaceFirst("^reference:", "");
        try (InputStream jar = URI.create(location).toURL().openStream()) {
            return Sha256.hex(jar.readAllBytes());
        } catch (IOException | IllegalArgumentException elsewhere) {
            return null;
        }
    }

    /** Takes a jar for fit that ships with the portal: that was looked at when both were built. */
    public synchronized void trust(PluginArchive shipped) {
        digests.add(shipped.digest());
    }

    /**
     * Looks at a jar's code, unless that was done before.
     *
     * @throws RefusedException with the state UNRESOLVED where it does not fit the plugin API
     */
    public void check(PluginArchive archive) {
        if (isKnown(archive.digest())) {
            return;
        }
        CodeDiagnosis.check(archive);
        if (api != null) {
            note(archive.digest(), api);
        }
    }

    private synchronized boolean isKnown(String digest) {
        return digests.contains(digest);
    }

    private synchronized void note(String digest, String name) {
        if (digests.size() >= MOST) {
            digests.clear();
        }
        digests.add(digest);
        List<String> lines = new ArrayList<>(List.of(name));
        lines.addAll(digests);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, lines);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.warn("{} can't be written: {}", file, failure.getMessage());
        }
    }
}
