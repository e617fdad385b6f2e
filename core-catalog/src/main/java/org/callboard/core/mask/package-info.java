/** Keeps secrets out of what the portal says: their known forms are found and become asterisks. */
@NullMarked
package org.callboard.core.mask;

import org.jspecify.annotations.NullMarked;
