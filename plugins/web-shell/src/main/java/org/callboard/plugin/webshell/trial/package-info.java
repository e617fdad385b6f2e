/** Requests that readers try, made of what a definition says and what they fill in. */
@NullMarked
package org.callboard.plugin.webshell.trial;

import org.jspecify.annotations.NullMarked;
