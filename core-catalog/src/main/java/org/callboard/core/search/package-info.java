/** Search over the texts of plugins: an index of its own, and the loop that fills it. */
@NullMarked
package org.callboard.core.search;

import org.jspecify.annotations.NullMarked;
