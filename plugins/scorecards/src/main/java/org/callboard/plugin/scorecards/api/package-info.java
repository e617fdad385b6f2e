/** How other plugins bring facts that standards can ask for. */
@NullMarked
package org.callboard.plugin.scorecards.api;

import org.jspecify.annotations.NullMarked;
