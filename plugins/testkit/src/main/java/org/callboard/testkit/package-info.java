/** A portal in memory for the tests of plugins, and contracts that extensions keep. */
@NullMarked
package org.callboard.testkit;

import org.jspecify.annotations.NullMarked;
