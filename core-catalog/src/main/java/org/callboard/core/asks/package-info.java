/** What a plugin asks of the portal, read from its jar without running it: permissions, settings, hosts, tables. */
@NullMarked
package org.callboard.core.asks;

import org.jspecify.annotations.NullMarked;
