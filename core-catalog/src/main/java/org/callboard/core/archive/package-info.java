/** What a plugin's jar must be before it may run: read from its bytes, with no framework and no code of its own. */
@NullMarked
package org.callboard.core.archive;

import org.jspecify.annotations.NullMarked;
