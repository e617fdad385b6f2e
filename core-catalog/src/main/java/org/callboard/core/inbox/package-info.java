/** The folder whose jars are installed while the portal runs. */
@NullMarked
package org.callboard.core.inbox;

import org.jspecify.annotations.NullMarked;
