/** What code hosts tell the portal of their own accord: whether it is them, and which repository something was pushed to. */
@NullMarked
package org.callboard.core.hook;

import org.jspecify.annotations.NullMarked;
