/** Standards as they are written, and what is wrong with those that can't be used. */
@NullMarked
package org.callboard.plugin.scorecards.standard;

import org.jspecify.annotations.NullMarked;
