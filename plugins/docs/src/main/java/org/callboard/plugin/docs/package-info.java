/** Documentation that lives with the code, in the portal. */
@NullMarked
package org.callboard.plugin.docs;

import org.jspecify.annotations.NullMarked;
