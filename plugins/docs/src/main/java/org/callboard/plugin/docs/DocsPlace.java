package org.callboard.plugin.docs;

import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/**
 * Where documentation stands, by the annotations that Backstage's TechDocs reads.
 *
 * @param entity whose descriptor it stands beside
 * @param folder of {@code mkdocs.yml}, from that descriptor's folder
 */
record DocsPlace(EntityRef entity, String folder) {

    static final String REF = "backstage.io/techdocs-ref";
    static final String ENTITY = "backstage.io/techdocs-entity";
    private static final String DIR = "dir:";

    /**
     * {@return the entity that has an entity's documentation, if another does}
     *
     * @throws PortalException BAD_INPUT where it names none
     */
    static Optional<EntityRef> elsewhere(Entity entity) {
        try {
            return entity.annotation(ENTITY).map(EntityRef::parse);
        } catch (IllegalArgumentException none) {
            throw bad(entity, ENTITY, "names no entity", "component:default/its-name");
        }
    }

    /**
     * {@return where an entity's own documentation stands, if it has some}
     *
     * @throws PortalException BAD_INPUT where it can't be told; UNAVAILABLE where it is not on this machine
     */
    static Optional<DocsPlace> of(Entity entity) {
        return entity.annotation(REF).map(ref -> place(entity, ref.strip()));
    }

    private static DocsPlace place(Entity entity, String ref) {
        if (ref.startsWith("url:")) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "The documentation of " + entity.ref() + " is on the web (" + ref
                            + "), and is not read from there yet.",
                    "Write dir:. where the descriptor lies in the same repository, and have that read from a folder.");
        }
        if (!ref.startsWith(DIR) || ref.length() == DIR.length()) {
            throw bad(entity, REF, "is '" + ref + "'", "dir:.");
        }
        return new DocsPlace(entity.ref(), ref.substring(DIR.length()));
    }

    private static PortalException bad(Entity entity, String annotation, String what, String example) {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                "The annotation " + annotation + " of " + entity.ref() + " " + what + ".",
                "Write " + annotation + ": " + example);
    }
}
