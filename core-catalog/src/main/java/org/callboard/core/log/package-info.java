/** What each plugin logs: the last lines in memory, more of them in files; bounded, and never in the way of who logs. */
@NullMarked
package org.callboard.core.log;

import org.jspecify.annotations.NullMarked;
