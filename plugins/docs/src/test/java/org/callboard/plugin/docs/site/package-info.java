@NullMarked
package org.callboard.plugin.docs.site;

import org.jspecify.annotations.NullMarked;
