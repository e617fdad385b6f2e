/** A portal in one file: making it while the portal serves, and filling an empty storage from it. */
@NullMarked
package org.callboard.core.backup;

import org.jspecify.annotations.NullMarked;
