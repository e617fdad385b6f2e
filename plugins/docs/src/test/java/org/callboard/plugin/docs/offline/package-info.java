@NullMarked
package org.callboard.plugin.docs.offline;

import org.jspecify.annotations.NullMarked;
