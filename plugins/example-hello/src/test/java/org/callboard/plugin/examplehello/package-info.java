@NullMarked
package org.callboard.plugin.examplehello;

import org.jspecify.annotations.NullMarked;
