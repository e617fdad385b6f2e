/** The loop that keeps the catalog like its locations. */
@NullMarked
package org.callboard.core.refresh;

import org.jspecify.annotations.NullMarked;
