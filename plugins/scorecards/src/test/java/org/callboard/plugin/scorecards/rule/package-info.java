/** Tests. */
@NullMarked
package org.callboard.plugin.scorecards.rule;

import org.jspecify.annotations.NullMarked;
