/** Rules of checks: what they ask of facts. They run nothing, and their cost is bounded by the size of what they read. */
@NullMarked
package org.callboard.plugin.scorecards.rule;

import org.jspecify.annotations.NullMarked;
