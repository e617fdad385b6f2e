/** The served entity, put together. */
@NullMarked
package org.callboard.core.stitch;

import org.jspecify.annotations.NullMarked;
