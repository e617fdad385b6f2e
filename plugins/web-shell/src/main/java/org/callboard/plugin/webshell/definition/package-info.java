/** Definitions of APIs, in whatever format, as one small model that the page draws. No address in them is ever followed. */
@NullMarked
package org.callboard.plugin.webshell.definition;

import org.jspecify.annotations.NullMarked;
