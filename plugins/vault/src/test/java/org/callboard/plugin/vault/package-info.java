@NullMarked
package org.callboard.plugin.vault;

import org.jspecify.annotations.NullMarked;
