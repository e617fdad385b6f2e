/** What stands where the network begins: addresses, how often somebody may come, and the server's certificate. */
@NullMarked
package org.callboard.core.edge;

import org.jspecify.annotations.NullMarked;
