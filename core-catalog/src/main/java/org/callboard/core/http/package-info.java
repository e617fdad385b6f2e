/** The one door: every request enters here. */
@NullMarked
package org.callboard.core.http;

import org.jspecify.annotations.NullMarked;
