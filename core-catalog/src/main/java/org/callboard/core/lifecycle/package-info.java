/** Installing, replacing and removing plugins. */
@NullMarked
package org.callboard.core.lifecycle;

import org.jspecify.annotations.NullMarked;
