/** What the page shows on which locations are registered: what one would bring, how each stands, and what would go with it. */
@NullMarked
package org.callboard.plugin.webshell.register;

import org.jspecify.annotations.NullMarked;
