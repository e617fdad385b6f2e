@NullMarked
package org.callboard.plugin.docs.markup;

import org.jspecify.annotations.NullMarked;
