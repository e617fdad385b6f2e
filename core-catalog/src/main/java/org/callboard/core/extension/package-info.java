/** Extensions of the active plugins, and the one way to call them. */
@NullMarked
package org.callboard.core.extension;

import org.jspecify.annotations.NullMarked;
