/** Backstage's catalog REST API, the reading half, over the portal's catalog. */
@NullMarked
package org.callboard.plugin.catalogapi;

import org.jspecify.annotations.NullMarked;
