/** Tests of how definitions of APIs are read. */
@NullMarked
package org.callboard.plugin.webshell.definition;

import org.jspecify.annotations.NullMarked;
