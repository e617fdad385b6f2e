/** The page that people open in the morning: what is theirs, and what they keep on it. */
@NullMarked
package org.callboard.plugin.webshell.home;

import org.jspecify.annotations.NullMarked;
