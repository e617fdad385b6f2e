package org.callboard.plugin.webshell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The HTML document, in which the place of the script files, the import map and the script that runs first are left open. */
final class PageTemplate {

    private static final String POLICY =
            "default-src 'self'; script-src 'self' 'sha256-%s' 'sha256-%s'; style-src 'self';"
                    + " img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Pattern IMPORTED = Pattern.compile("import\\s*[\"']\\./([^\"']+)[\"']");

    private final String html;
    private final String importMap;
    private final String early;
    private final String preloads;

    private PageTemplate(String html, String importMap, String early, String preloads) {
        this.html = html;
        this.importMap = importMap;
        this.early = early;
        this.preloads = preloads;
    }

    static PageTemplate load() {
        return new PageTemplate(
                text("index.html"), text("importmap.json"), text("early.js"), preloads(text("/ui/index.js")));
    }

    /** A browser would ask for these only after it has read the script that imports them. */
    private static String preloads(String script) {
        return IMPORTED.matcher(script)
                .results()
                .map(found -> "<link rel=\"modulepreload\" href=\"{base}" + found.group(1) + "\">")
                .collect(Collectors.joining("\n"));
    }

    /** {@return the document whose files are served below the base} */
    Page at(URI base) {
        String imports = importMap.strip().replace("{base}", base.toString());
        String filled = html.replace("{early}", early)
                .replace("{imports}", imports)
                .replace("{preloads}", preloads)
                .replace("{base}", base.toString());
        return new Page(filled, POLICY.formatted(sha256(imports), sha256(early)));
    }

    private static String text(String name) {
        return new String(Resources.bytes(name), UTF_8);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /**
     * The finished document.
     *
     * @param html its text
     * @param securityPolicy lets its import map be used, which no browser takes from a file, the script that runs first, and no other inline script
     */
    record Page(String html, String securityPolicy) {}
}
