package org.callboard.api.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.callboard.api.problem.PortalException;
import org.osgi.annotation.versioning.ProviderType;

/** Reads and writes JSON text, as a service of the portal, so that no plugin needs a library for it. Thread-safe. */
@ProviderType
public interface JsonFormat {

    /**
     * Reads one value; nothing but white space may follow it.
     *
     * @throws PortalException BAD_INPUT, with line and column, where it is no JSON, names a key twice or nests deeper than
     *     100 levels; TOO_LARGE where it is longer than 1 MiB
     * @throws IOException where the stream fails
     */
    Json read(InputStream in) throws IOException;

    /**
     * Writes a value in UTF-8, compactly, and leaves the stream open.
     *
     * @throws IOException where the stream fails
     */
    void write(Json value, OutputStream out) throws IOException;
}
