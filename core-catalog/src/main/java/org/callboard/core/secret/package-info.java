/** Secrets that plugins fetch from where a company keeps them. */
@NullMarked
package org.callboard.core.secret;

import org.jspecify.annotations.NullMarked;
