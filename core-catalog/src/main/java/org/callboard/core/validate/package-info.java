/** The command {@code callboard catalog validate}: the catalog's own checks, without a portal. */
@NullMarked
package org.callboard.core.validate;

import org.jspecify.annotations.NullMarked;
