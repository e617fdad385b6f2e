/** The Maven repository that the portal is to those who write plugins. */
@NullMarked
package org.callboard.core.maven;

import org.jspecify.annotations.NullMarked;
