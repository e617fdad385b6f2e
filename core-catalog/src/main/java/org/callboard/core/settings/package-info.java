/** What operators set for plugins: its schema, read from a jar; its values, checked and bound; and what becomes of changes. */
@NullMarked
package org.callboard.core.settings;

import org.jspecify.annotations.NullMarked;
