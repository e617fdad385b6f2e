package org.callboard.core.read;

import org.callboard.api.model.Json;

/** The one value of a file, of whatever type, and where its parts stand. */
public record ParsedValue(Json value, Positions positions) {}
