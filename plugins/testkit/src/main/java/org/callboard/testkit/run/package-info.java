/** The real portal and a real browser in processes of their own, for tests that start them themselves. */
@NullMarked
package org.callboard.testkit.run;

import org.jspecify.annotations.NullMarked;
