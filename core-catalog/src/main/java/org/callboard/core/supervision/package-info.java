/** How each plugin stands, and what becomes of one that fails while it serves. */
@NullMarked
package org.callboard.core.supervision;

import org.jspecify.annotations.NullMarked;
