/** Markdown as mkdocs and its usual extensions read it, as HTML that can do no harm. Knows one page, and no site. */
@NullMarked
package org.callboard.plugin.docs.markup;

import org.jspecify.annotations.NullMarked;
