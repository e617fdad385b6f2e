/** Standards that stand in no file: the portal keeps their texts and gives them to the catalog. */
@NullMarked
package org.callboard.plugin.scorecards.held;

import org.jspecify.annotations.NullMarked;
