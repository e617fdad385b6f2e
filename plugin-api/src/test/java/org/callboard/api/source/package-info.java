@NullMarked
package org.callboard.api.source;

import org.jspecify.annotations.NullMarked;
