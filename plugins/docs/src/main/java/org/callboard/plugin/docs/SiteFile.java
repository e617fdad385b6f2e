package org.callboard.plugin.docs;

import jakarta.ws.rs.core.Response;
import org.callboard.plugin.docs.site.FileKind;

/** A file of a site: a picture that is what its name says is shown, all else is saved by the browser and not opened. */
final class SiteFile {

    private SiteFile() {}

    static Response answer(String path, byte[] bytes) {
        FileKind kind = FileKind.of(path, bytes);
        Response.ResponseBuilder answer = Response.ok(bytes, kind.type())
                .header("Cache-Control", "max-age=60")
                // a drawing may hold scripts and links; opened by itself it is a page without any rights
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        return (kind == FileKind.OTHER ? answer.header("Content-Disposition", "attachment") : answer).build();
    }
}
