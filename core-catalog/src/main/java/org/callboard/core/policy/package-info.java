/** Who somebody is, and what the policy lets them do. */
@NullMarked
package org.callboard.core.policy;

import org.jspecify.annotations.NullMarked;
