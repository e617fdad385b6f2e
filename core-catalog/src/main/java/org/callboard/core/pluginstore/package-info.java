/** Which plugins are installed, their jars, and whose their names are: tables, and files that can be made anew from them. */
@NullMarked
package org.callboard.core.pluginstore;

import org.jspecify.annotations.NullMarked;
