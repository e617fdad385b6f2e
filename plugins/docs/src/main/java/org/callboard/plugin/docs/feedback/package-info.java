/** What readers say of documentation, and what of it needs its owners. */
@NullMarked
package org.callboard.plugin.docs.feedback;

import org.jspecify.annotations.NullMarked;
