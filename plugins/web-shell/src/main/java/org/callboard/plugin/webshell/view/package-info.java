/** Views of plugins: written as JSON, and acted on when a button is pressed or a form sent. */
@NullMarked
package org.callboard.plugin.webshell.view;

import org.jspecify.annotations.NullMarked;
