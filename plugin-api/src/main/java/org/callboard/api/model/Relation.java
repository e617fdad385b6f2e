package org.callboard.api.model;

/**
 * An arrow from the entity that holds it.
 *
 * @param type what the arrow says, for example {@code ownedBy}
 * @param target the entity it points at, which may not exist
 */
public record Relation(String type, EntityRef target) {}
