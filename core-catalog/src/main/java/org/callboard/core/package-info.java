/** The portal put together. */
@NullMarked
package org.callboard.core;

import org.jspecify.annotations.NullMarked;
