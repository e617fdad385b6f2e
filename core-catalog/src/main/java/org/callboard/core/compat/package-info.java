/** Whether compiled code fits another version of the API that it was compiled with. */
@NullMarked
package org.callboard.core.compat;

import org.jspecify.annotations.NullMarked;
