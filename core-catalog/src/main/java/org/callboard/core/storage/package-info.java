/** Plugins' own tables: their migrations, the transactions on them, their backup. */
@NullMarked
package org.callboard.core.storage;

import org.jspecify.annotations.NullMarked;
