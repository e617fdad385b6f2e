package org.callboard.core.process;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something to read: a file, a folder or a glob.
 *
 * @param type {@code file} or {@code url}
 * @param target the absolute path, or the URL
 * @param origin the configured location it descends from, as {@code type:target}
 * @param allowedKinds the kinds it may hold, lower case; null for all
 */
public record LocationTarget(
        String type, String target, String origin, @Nullable Set<String> allowedKinds) {

    /** {@return as annotations write it: {@code type:target}} */
    public String reference() {
        return type + ":" + target;
    }
}
