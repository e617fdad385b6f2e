/** What is known of entities, and where from. */
@NullMarked
package org.callboard.plugin.scorecards.fact;

import org.jspecify.annotations.NullMarked;
