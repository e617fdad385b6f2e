package org.callboard.plugin.docs;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A file of a site: a picture that is what its name says is shown, all else is saved by the browser and not opened. */
final class SiteFile {

    /** What can be shown, and how such files begin. */
    enum Kind {
        PNG("image/png", "\u0089PNG"),
        JPG("image/jpeg", "\u00ff\u00d8\u00ff"),
        JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
        GIF("image/gif", "GIF8"),
        WEBP("image/webp", "RIFF"),
        SVG("image/svg+xml", ""),
        OTHER("application/octet-stream", "");

        private final String type;
        private final String start;

        Kind(String type, String start) {
            this.type = type;
            this.start = start;
        }

        /** {@return what a file is, by its name and its first bytes, which must agree} */
        static Kind of(String path, byte[] bytes) {
            String ending = path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
            String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(ending) && start.startsWith(kind.start))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    private SiteFile() {}

    static Response answer(String path, byte[] bytes) {
        Kind kind = Kind.of(path, bytes);
        Response.ResponseBuilder answer = Response.ok(bytes, kind.type)
                .header("Cache-Control", "max-age=60")
                // a drawing may hold scripts and links; opened by itself it is a page without any rights
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        return (kind == Kind.OTHER ? answer.header("Content-Disposition", "attachment") : answer).build();
    }
}
