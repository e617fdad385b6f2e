/** The tasks and entity providers of plugins: when they are due, and that each is run once. */
@NullMarked
package org.callboard.core.task;

import org.jspecify.annotations.NullMarked;
