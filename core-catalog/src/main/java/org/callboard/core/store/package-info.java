/** The tables of the catalog. */
@NullMarked
package org.callboard.core.store;

import org.jspecify.annotations.NullMarked;
