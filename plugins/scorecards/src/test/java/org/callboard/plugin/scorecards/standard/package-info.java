/** Tests. */
@NullMarked
package org.callboard.plugin.scorecards.standard;

import org.jspecify.annotations.NullMarked;
