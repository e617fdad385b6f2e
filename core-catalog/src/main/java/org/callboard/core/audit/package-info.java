/** Who did what. */
@NullMarked
package org.callboard.core.audit;

import org.jspecify.annotations.NullMarked;
