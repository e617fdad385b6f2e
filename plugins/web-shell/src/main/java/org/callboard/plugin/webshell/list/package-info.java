/** What the page with the list of entities shows beside their documents: columns of plugins, facets, exports, saved views. */
@NullMarked
package org.callboard.plugin.webshell.list;

import org.jspecify.annotations.NullMarked;
