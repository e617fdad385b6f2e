/** An example of a plugin whose card and page draw themselves, in {@code ui/main.js}. */
@NullMarked
package org.callboard.plugin.exampleui;

import org.jspecify.annotations.NullMarked;
