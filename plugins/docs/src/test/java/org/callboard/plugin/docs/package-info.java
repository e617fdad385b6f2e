@NullMarked
package org.callboard.plugin.docs;

import org.jspecify.annotations.NullMarked;
