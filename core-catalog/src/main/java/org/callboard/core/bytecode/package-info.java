/** Class files that are looked at and never loaded. */
@NullMarked
package org.callboard.core.bytecode;

import org.jspecify.annotations.NullMarked;
