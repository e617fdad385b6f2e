package org.callboard.plugin.docs.site;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What of a site's files can be shown, and how such files begin. */
public enum FileKind {
    PNG("image/png", "\u0089PNG"),
    JPG("image/jpeg", "\u00ff\u00d8\u00ff"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "GIF8"),
    WEBP("image/webp", "RIFF"),
    SVG("image/svg+xml", ""),
    OTHER("application/octet-stream", "");

    private final String type;
    private final String start;

    FileKind(String type, String start) {
        this.type = type;
        this.start = start;
    }

    /** {@return what a file is, by its name and its first bytes, which must agree} */
    public static FileKind of(String path, byte[] bytes) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(ending) && start.startsWith(kind.start))
                .findFirst()
                .orElse(OTHER);
    }

    /** {@return the content type} */
    public String type() {
        return type;
    }
}
