/** The web page: its HTML, the cards on entity pages as JSON, and the cards that the portal itself brings. */
@NullMarked
package org.callboard.plugin.webshell;

import org.jspecify.annotations.NullMarked;
