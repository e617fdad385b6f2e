/** From the bytes of one file to what it came to: pure, no clock, no SQL. */
@NullMarked
package org.callboard.core.process;

import org.jspecify.annotations.NullMarked;
