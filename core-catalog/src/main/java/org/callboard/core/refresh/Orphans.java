package org.callboard.core.refresh;

/** What is done with entities that nothing declares any more; {@code catalog.orphanStrategy} decides. */
public enum Orphans {
    /** They leave the catalog. */
    DELETE,
    /** They stay, marked by the annotation {@code backstage.io/orphan}, until someone takes them out. */
    KEEP
}
