/** Tests of the unzipped product from outside: its command, HTTP, and the web page in a browser. */
@NullMarked
package org.callboard.e2e;

import org.jspecify.annotations.NullMarked;
