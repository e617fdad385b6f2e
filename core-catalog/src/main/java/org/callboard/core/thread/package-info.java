/** Threads of the core's own. */
@NullMarked
package org.callboard.core.thread;

import org.jspecify.annotations.NullMarked;
