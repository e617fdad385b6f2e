/** What a stopped revision of a plugin left in the process: found, undone where that can be, and named. */
@NullMarked
package org.callboard.core.leftover;

import org.jspecify.annotations.NullMarked;
