package org.callboard.core.store;

import java.util.List;
import org.callboard.core.process.LocationTarget;

/**
 * A file as it was when it was last read.
 *
 * @param reference the file, as {@code type:target}
 * @param location the location that led to it, as {@code type:target}
 * @param stamp what decided how it was read; empty where it must be read again
 * @param children the locations that it led to
 */
public record StoredSource(String reference, String location, String stamp, List<LocationTarget> children) {

    /** Copies the children. */
    public StoredSource {
        children = List.copyOf(children);
    }
}
