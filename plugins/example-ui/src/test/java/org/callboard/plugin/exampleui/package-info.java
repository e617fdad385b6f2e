/** Tests of the example. */
@NullMarked
package org.callboard.plugin.exampleui;

import org.jspecify.annotations.NullMarked;
