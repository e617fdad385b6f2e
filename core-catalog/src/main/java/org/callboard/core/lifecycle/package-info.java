/** The road of a plugin: planned, installed, started with the portal, rolled back, removed. */
@NullMarked
package org.callboard.core.lifecycle;

import org.jspecify.annotations.NullMarked;
