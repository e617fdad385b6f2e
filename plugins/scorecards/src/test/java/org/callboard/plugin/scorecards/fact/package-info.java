/** Tests. */
@NullMarked
package org.callboard.plugin.scorecards.fact;

import org.jspecify.annotations.NullMarked;
