package org.callboard.plugin.docs.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.callboard.plugin.docs.DiagramPage;
import org.callboard.plugin.docs.site.FileKind;
import org.callboard.plugin.docs.site.RenderedPage;
import org.callboard.plugin.docs.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * What {@code callboard docs preview} answers at a path, as a content type and bytes; null where nothing is. Behind the type, on a
 * line of its own, is the policy of an answer that has another than pages have. Pages are at their own addresses, all else is
 * below {@code /-/}. Thread-safe.
 */
public final class Preview implements Function<String, Map.@Nullable Entry<String, byte[]>> {

    private static final String OWN = "/-/";
    private static final String FILES = OWN + "files/";
    private static final String FRAMES = OWN + "diagrams/";
    /** What pages have of the portal's own code. */
    private static final Set<String> SHARED =
            Set.of("enliven.js", "paint.js", "diagrams.js", "vendor/highlight.js", "vendor/katex.js");

    private static final String SCRIPT = "text/javascript;charset=utf-8";
    private static final String STYLE = "text/css;charset=utf-8";

    private final Path folder;
    private @Nullable Held held;

    /** A site and the state of the folder that it was read from. */
    private record Held(Site site, String state) {}

    /** Shows the documentation in a folder. */
    public Preview(String folder) {
        this.folder = Path.of(folder);
    }

    @Override
    public Map.@Nullable Entry<String, byte[]> apply(String path) {
        return switch (path) {
            case OWN + "state" -> text("text/plain;charset=utf-8", now().state());
            case OWN + "preview.css" -> text(STYLE, resource("preview.css") + prose());
            case OWN + "preview.js" -> text(SCRIPT, resource("preview.js"));
            case OWN + "icon.svg" -> text("image/svg+xml", resource("icon.svg"));
            default ->
                path.startsWith(FILES)
                        ? file(path.substring(FILES.length()))
                        : path.startsWith(FRAMES)
                                ? frame(path.substring(FRAMES.length()))
                                : path.startsWith(OWN) ? shared(path.substring(OWN.length())) : page(path.substring(1));
        };
    }

    private static Map.@Nullable Entry<String, byte[]> shared(String name) {
        return SHARED.contains(name) ? text(SCRIPT, resource("/ui/" + name)) : null;
    }

    /** Draws diagrams. It may do nothing else. */
    private static Map.@Nullable Entry<String, byte[]> frame(String language) {
        return DiagramPage.of(language)
                .map(page -> text("text/html;charset=utf-8\n" + page.policy(), page.html()))
                .orElse(null);
    }

    private Map.@Nullable Entry<String, byte[]> page(String address) {
        Held now = now();
        Optional<RenderedPage> page = now.site().page(address.replaceFirst("/$", ""));
        return page.map(shown ->
                        text("text/html;charset=utf-8", new PreviewPage(now.site(), shown, now.state(), FILES).html()))
                .orElse(null);
    }

    private Map.@Nullable Entry<String, byte[]> file(String path) {
        return now().site()
                .asset(path)
                .map(bytes -> Map.entry(FileKind.of(path, bytes).type(), bytes))
                .orElse(null);
    }

    /** {@return the site as its files are} */
    private synchronized Held now() {
        try {
            LocalFiles files = new LocalFiles(folder);
            Held known = held;
            if (known == null || !known.state().equals(files.state())) {
                known = new Held(Site.read(files), files.state());
                held = known;
            }
            return known;
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder " + folder + " can't be read", failure);
        }
    }

    /** {@return how a page reads in the portal} Its styles stand in a template of the page's script. */
    private static String prose() {
        String script = resource("/ui/prose.js");
        return script.substring(script.indexOf('`') + 1, script.lastIndexOf('`'));
    }

    private static Map.Entry<String, byte[]> text(String type, String text) {
        return Map.entry(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) {
        try (InputStream in = Preview.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("The jar's " + name + " can't be read.", failure);
        }
    }
}
