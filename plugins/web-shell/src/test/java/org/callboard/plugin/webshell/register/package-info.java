/** Tests of what the page on registered locations shows. */
@NullMarked
package org.callboard.plugin.webshell.register;

import org.jspecify.annotations.NullMarked;
