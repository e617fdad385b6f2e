/** Standards for entities: what meets them, what doesn't, and what to do next. */
@NullMarked
package org.callboard.plugin.scorecards;

import org.jspecify.annotations.NullMarked;
