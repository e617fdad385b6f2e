@NullMarked
package org.callboard.api.net;

import org.jspecify.annotations.NullMarked;
