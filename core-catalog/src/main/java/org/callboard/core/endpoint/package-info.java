/** What one revision of a plugin answers over HTTP. */
@NullMarked
package org.callboard.core.endpoint;

import org.jspecify.annotations.NullMarked;
