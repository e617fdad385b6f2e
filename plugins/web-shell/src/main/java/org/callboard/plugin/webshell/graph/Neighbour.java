package org.callboard.plugin.webshell.graph;

import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;

/**
 * An entity on the picture.
 *
 * @param distance how many relations it is away
 * @param column how many arrows forward it is, less those back
 * @param entity none where it is not in the catalog, or not for this reader
 */
public record Neighbour(EntityRef ref, int distance, int column, Optional<Entity> entity) {}
