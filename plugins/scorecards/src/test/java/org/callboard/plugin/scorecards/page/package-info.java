/** Tests of where the pages stand. */
@NullMarked
package org.callboard.plugin.scorecards.page;

import org.jspecify.annotations.NullMarked;
