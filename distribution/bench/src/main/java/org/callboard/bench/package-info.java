/** The benchmarks: they treat the distribution as a stranger would, by its files, its command and HTTP. */
@NullMarked
package org.callboard.bench;

import org.jspecify.annotations.NullMarked;
