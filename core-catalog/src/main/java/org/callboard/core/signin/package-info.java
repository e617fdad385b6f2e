/** Signing in by somebody else's word: who may be asked, what is under way, and who people are in the catalog. */
@NullMarked
package org.callboard.core.signin;

import org.jspecify.annotations.NullMarked;
