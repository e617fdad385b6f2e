/** What meets which standard how far, and has when. */
@NullMarked
package org.callboard.plugin.scorecards.score;

import org.jspecify.annotations.NullMarked;
