package org.callboard.core.read;

import org.callboard.api.model.Json;

/**
 * A value as it was read.
 *
 * @param weight how many characters and values it comes to, written out
 */
record Node(Json value, Place place, long weight) {}
