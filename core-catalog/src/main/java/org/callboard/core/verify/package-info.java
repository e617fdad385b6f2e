/** The command {@code callboard plugin verify}. */
@NullMarked
package org.callboard.core.verify;

import org.jspecify.annotations.NullMarked;
