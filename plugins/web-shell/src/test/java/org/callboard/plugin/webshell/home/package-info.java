@NullMarked
package org.callboard.plugin.webshell.home;

import org.jspecify.annotations.NullMarked;
