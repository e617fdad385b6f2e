package org.callboard.core.compat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where class files are. */
@FunctionalInterface
public interface ClassSource {

    /** {@return the file of a class whose name has slashes, or null} */
    byte @Nullable [] find(String name) throws IOException;
}
