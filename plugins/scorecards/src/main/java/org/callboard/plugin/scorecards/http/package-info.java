/** Scores over HTTP, for those who may read the entities. */
@NullMarked
package org.callboard.plugin.scorecards.http;

import org.jspecify.annotations.NullMarked;
