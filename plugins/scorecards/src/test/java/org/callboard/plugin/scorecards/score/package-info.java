/** Tests. */
@NullMarked
package org.callboard.plugin.scorecards.score;

import org.jspecify.annotations.NullMarked;
