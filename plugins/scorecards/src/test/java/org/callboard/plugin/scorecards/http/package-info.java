/** Tests. */
@NullMarked
package org.callboard.plugin.scorecards.http;

import org.jspecify.annotations.NullMarked;
