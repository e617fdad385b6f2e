@NullMarked
package org.callboard.testkit;

import org.jspecify.annotations.NullMarked;
