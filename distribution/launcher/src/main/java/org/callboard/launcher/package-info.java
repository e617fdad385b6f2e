/** The command {@code callboard}. */
@NullMarked
package org.callboard.launcher;

import org.jspecify.annotations.NullMarked;
