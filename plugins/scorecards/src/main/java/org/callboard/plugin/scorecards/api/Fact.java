package org.callboard.plugin.scorecards.api;

import java.time.Instant;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;

/**
 * What is known of an entity.
 *
 * @param entity of which
 * @param value what rules look into, 16 KiB at most as JSON
 * @param time when that was so; checks may ask for facts of a certain age
 * @param source where readers can look it up, such as the address of a build
 */
public record Fact(EntityRef entity, Json value, Instant time, String source) {}
