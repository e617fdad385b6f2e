/** Tests. */
@NullMarked
package org.callboard.plugin.scorecards.held;

import org.jspecify.annotations.NullMarked;
