/** The configuration file. */
@NullMarked
package org.callboard.core.config;

import org.jspecify.annotations.NullMarked;
