/** Files beside descriptors, for plugins. */
@NullMarked
package org.callboard.core.source;

import org.jspecify.annotations.NullMarked;
