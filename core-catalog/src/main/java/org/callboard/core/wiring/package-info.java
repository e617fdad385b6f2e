/** Plugins in the framework: the bundles that they run in, what these offer each other, and what a jar lacks. */
@NullMarked
package org.callboard.core.wiring;

import org.jspecify.annotations.NullMarked;
