/** Commands that plugins add to the command line: what is typed, and what is printed. */
@NullMarked
package org.callboard.plugin.webshell.cli;

import org.jspecify.annotations.NullMarked;
