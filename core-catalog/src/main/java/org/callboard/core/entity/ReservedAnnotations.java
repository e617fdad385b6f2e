package org.callboard.core.entity;

import java.util.Set;

/** Annotations that only the catalog sets: an author's values would claim another origin. */
public final class ReservedAnnotations {

    /** The file an entity was read from, as {@code type:target}. */
    public static final String LOCATION = "backstage.io/managed-by-location";

    /** The configured or registered location it descends from, as {@code type:target}. */
    public static final String ORIGIN = "backstage.io/managed-by-origin-location";

    /** Set on an entity that no location holds any more. */
    public static final String ORPHAN = "backstage.io/orphan";

    /** All of them. */
    public static final Set<String> ALL = Set.of(LOCATION, ORIGIN, ORPHAN);

    private ReservedAnnotations() {}
}
