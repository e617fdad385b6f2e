/** Where the pages of standards and scores stand; they draw themselves, in {@code ui/main.js}. */
@NullMarked
package org.callboard.plugin.scorecards.page;

import org.jspecify.annotations.NullMarked;
