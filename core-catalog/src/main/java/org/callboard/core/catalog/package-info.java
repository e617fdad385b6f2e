/** The catalog as plugins see it. */
@NullMarked
package org.callboard.core.catalog;

import org.jspecify.annotations.NullMarked;
