/** The entities around one: who they are, and where each stands on the picture. */
@NullMarked
package org.callboard.plugin.webshell.graph;

import org.jspecify.annotations.NullMarked;
