/** A plugin's revisions: how one is started beside another, proven and stopped, and which of each plugin serves. */
@NullMarked
package org.callboard.core.revision;

import org.jspecify.annotations.NullMarked;
