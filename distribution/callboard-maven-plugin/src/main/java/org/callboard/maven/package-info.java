/** The goals of {@code mvn callboard:...}. */
@NullMarked
package org.callboard.maven;

import org.jspecify.annotations.NullMarked;
