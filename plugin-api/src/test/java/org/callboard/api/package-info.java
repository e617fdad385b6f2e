@NullMarked
package org.callboard.api;

import org.jspecify.annotations.NullMarked;
