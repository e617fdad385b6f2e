package org.callboard.core.entity;

import java.util.List;
import org.callboard.api.problem.SourcePosition;

/**
 * Tells where in its file a part of a document stands. A path has one step for each key, and for each item its number from
 * 0; where it leads to nothing, the place of what is there of it is given.
 */
public interface Locator {

    /** {@return where the value starts} */
    SourcePosition value(List<String> path);

    /** {@return where the key of the value starts, or the value itself where it is an item} */
    SourcePosition key(List<String> path);
}
