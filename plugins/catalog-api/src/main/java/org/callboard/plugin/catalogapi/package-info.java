/** Backstage's catalog REST API over the portal's catalog. */
@NullMarked
package org.callboard.plugin.catalogapi;

import org.jspecify.annotations.NullMarked;
