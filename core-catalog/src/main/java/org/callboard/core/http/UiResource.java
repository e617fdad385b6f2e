package org.callboard.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Preview;
import org.callboard.core.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * {@code /ui/<plugin>/<digest>/*}: the files below {@code ui/} of a revision's jar. They outlive the revision, because an
 * open page may still ask for a part of the one it was loaded from.
 */
final class UiResource implements CoreResource {

    private static final int REVISIONS = 100;
    private static final int FILES = 300;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("map", "application/json; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("woff2", "font/woff2"));

    private final ActiveRevisions plugins;
    private final PreviewKeys previews;
    private final Map<String, Path> jars = bounded(REVISIONS);
    private final Map<String, byte[]> files = bounded(FILES);

    UiResource(ActiveRevisions plugins, PreviewKeys previews) {
        this.plugins = plugins;
        this.previews = previews;
        plugins.listen(change -> {
            Revision now = change.now();
            if (now != null) {
                jars.put(now.name().uiFolder(), now.jar());
            }
        });
    }

    /** A page may ask for the files of a revision before the listener has heard of it; a preview's are its author's alone. */
    private @Nullable Path jar(String revision, Exchange exchange) {
        Path remembered = jars.get(revision);
        if (remembered != null) {
            return remembered;
        }
        Preview preview = previews.of(exchange.request(), exchange.signedIn());
        if (preview != null && preview.revision().name().uiFolder().equals(revision)) {
            return preview.revision().jar();
        }
        return plugins.all().stream()
                .filter(active -> active.name().uiFolder().equals(revision))
                .map(Revision::jar)
                .findFirst()
                .orElse(null);
    }

    private static <V> Map<String, V> bounded(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        });
    }

    @Override
    public String prefix() {
        return "/ui";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.allowed(Permission.PORTAL_USE);
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        String[] parts = exchange.path().split("/", 5);
        String type = TYPES.get(exchange.path().substring(exchange.path().lastIndexOf('.') + 1));
        byte[] file = parts.length < 5 || type == null ? null : read(parts[2] + "/" + parts[3], parts[4], exchange);
        if (file == null || type == null) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no such file.");
        }
        exchange.response().setHeader("Cache-Control", "private, max-age=31536000, immutable");
        if (type.startsWith("image/svg")) {
            exchange.response()
                    .setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        } else if (type.startsWith("text/javascript")) {
            // where it is a worker's, it is the worker's policy
            exchange.response()
                    .setHeader(
                            "Content-Security-Policy", "default-src 'self'; object-src 'none'; frame-ancestors 'none'");
        }
        exchange.bytes(200, type, file);
    }

    private byte @Nullable [] read(String revision, String name, Exchange exchange) throws IOException {
        Path jar = jar(revision, exchange);
        if (jar == null || !Files.exists(jar)) {
            return null;
        }
        String key = revision + "/" + name;
        byte[] known = files.get(key);
        if (known != null) {
            return known;
        }
        try (JarFile archive = new JarFile(jar.toFile(), false)) {
            ZipEntry entry = archive.getEntry("ui/" + name);
            if (entry == null || entry.isDirectory()) {
                return null;
            }
            try (InputStream in = archive.getInputStream(entry)) {
                byte[] read = in.readAllBytes();
                files.put(key, read);
                return read;
            }
        }
    }
}
