/** A site of pages as its mkdocs.yml or its folder describes it: navigation, links, what is wrong with it. */
@NullMarked
package org.callboard.plugin.docs.site;

import org.jspecify.annotations.NullMarked;
