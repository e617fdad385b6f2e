/** The search index, the read side. */
@NullMarked
package org.callboard.core.query;

import org.jspecify.annotations.NullMarked;
