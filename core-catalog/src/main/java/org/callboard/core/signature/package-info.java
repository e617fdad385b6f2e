/** Who vouches for a plugin's jar: signatures as the JDK makes them, and the keys that are accepted. */
@NullMarked
package org.callboard.core.signature;

import org.jspecify.annotations.NullMarked;
