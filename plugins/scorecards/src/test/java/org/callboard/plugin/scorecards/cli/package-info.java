/** Tests. */
@NullMarked
package org.callboard.plugin.scorecards.cli;

import org.jspecify.annotations.NullMarked;
