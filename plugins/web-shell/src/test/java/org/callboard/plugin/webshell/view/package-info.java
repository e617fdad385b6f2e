/** Tests of how views are written and acted on. */
@NullMarked
package org.callboard.plugin.webshell.view;

import org.jspecify.annotations.NullMarked;
