/** What the indexes have in common: files that may be lost, and words as people type them. */
@NullMarked
package org.callboard.core.lucene;

import org.jspecify.annotations.NullMarked;
