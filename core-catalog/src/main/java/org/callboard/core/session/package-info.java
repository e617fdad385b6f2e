/** Tokens, sessions and the sign-in link. */
@NullMarked
package org.callboard.core.session;

import org.jspecify.annotations.NullMarked;
