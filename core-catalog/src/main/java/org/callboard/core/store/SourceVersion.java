package org.callboard.core.store;

import org.callboard.core.process.SourceResult;

/**
 * What a file came to, and when it needs to be read again.
 *
 * @param result what it came to
 * @param location the location that led to it, as {@code type:target}
 * @param stamp reading it again is needless for as long as this is the same
 */
public record SourceVersion(SourceResult result, String location, String stamp) {

    /** {@return the file, as {@code type:target}} */
    public String reference() {
        return result.source().reference();
    }
}
