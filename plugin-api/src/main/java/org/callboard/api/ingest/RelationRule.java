package org.callboard.api.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Makes relations of the references in a field. The relation is emitted in both directions.
 *
 * @param path dotted, from the root; its value is a reference or an array of them
 * @param defaultKind the kind of a reference that names none, or null where it must name one
 * @param type the relation from this entity to the one referred to
 * @param inverse the relation back
 */
public record RelationRule(String path, @Nullable String defaultKind, String type, String inverse) {}
