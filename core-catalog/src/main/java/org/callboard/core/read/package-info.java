/** Files and the documents in them. */
@NullMarked
package org.callboard.core.read;

import org.jspecify.annotations.NullMarked;
