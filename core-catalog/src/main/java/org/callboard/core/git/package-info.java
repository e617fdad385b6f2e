/** What a Git repository says of when its files changed: read, never written, and nothing of it is run. */
@NullMarked
package org.callboard.core.git;

import org.jspecify.annotations.NullMarked;
