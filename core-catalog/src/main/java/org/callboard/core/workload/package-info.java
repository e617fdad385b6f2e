/** Jobs of others, which come with a token that somebody known has signed, and have no secret of the portal's. */
@NullMarked
package org.callboard.core.workload;

import org.jspecify.annotations.NullMarked;
