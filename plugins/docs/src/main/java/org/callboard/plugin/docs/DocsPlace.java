package org.callboard.plugin.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.source.SourceFolder;
import org.callboard.api.source.SourcePlace;
import org.callboard.plugin.docs.site.DocFiles;

/**
 * Where documentation stands.
 *
 * @param source the folder of {@code mkdocs.yml}
 * @param versions those that readers choose from, the first of which they see when they don't; empty where there is one only
 * @param isFound whether it stands in the usual place, and no annotation says so
 */
record DocsPlace(SourcePlace source, List<String> versions, boolean isFound) {

    static final String REF = "backstage.io/techdocs-ref";
    static final String ENTITY = "backstage.io/techdocs-entity";
    static final String VERSIONS = "callboard.org/docs-versions";

    private static final String DIR = "dir:";
    private static final String URL = "url:";
    private static final int MOST_VERSIONS = 50;

    /** Copies the list. */
    DocsPlace {
        versions = List.copyOf(versions);
    }

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
     * {@return where an entity's own documentation stands by the annotations that Backstage's TechDocs reads, if it has some}
     *
     * @throws PortalException BAD_INPUT where it can't be told
     */
    static Optional<DocsPlace> of(Entity entity) {
        return entity.annotation(REF).map(ref -> written(entity, ref.strip()));
    }

    private static DocsPlace written(Entity entity, String ref) {
        if (ref.matches("url:(?i:https?)://.+")) {
            return place(entity, ref.substring(URL.length()), List.of(), false);
        }
        if (!ref.startsWith(DIR) || ref.length() == DIR.length()) {
            throw bad(entity, REF, "is '" + ref + "'", "dir:., or url: and the address of a folder's page");
        }
        return place(entity, ref.substring(DIR.length()), List.of(), false);
    }

    /** {@return the usual places beside a descriptor} */
    static DocsPlace found(Entity entity, List<String> patterns) {
        return place(entity, ".", patterns, true);
    }

    private static DocsPlace place(Entity entity, String path, List<String> patterns, boolean isFound) {
        List<String> versions = Arrays.stream(
                        entity.annotation(VERSIONS).orElse("").split(",", -1))
                .map(String::strip)
                .filter(version -> !version.isEmpty())
                .distinct()
                .limit(MOST_VERSIONS)
                .toList();
        SourcePlace source = SourcePlace.beside(entity.ref(), path).only(patterns);
        return new DocsPlace(versions.isEmpty() ? source : source.version(versions.get(0)), versions, isFound);
    }

    /** {@return all that is in the same folder} */
    DocsPlace whole() {
        return new DocsPlace(source.only(List.of()), versions, isFound);
    }

    /**
     * {@return the same at another version}
     *
     * @param version empty for the first
     * @throws PortalException NOT_FOUND where it is none to choose from
     */
    DocsPlace at(String version) {
        if (version.isEmpty() || version.equals(source.version())) {
            return this;
        }
        if (!versions.contains(version)) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "The documentation of " + source.entity() + " has no such version.",
                    versions.isEmpty()
                            ? "Take the version out of the address."
                            : "Choose one of these: " + String.join(", ", versions) + ".");
        }
        return new DocsPlace(source.version(version), versions, isFound);
    }

    /** {@return the files of the site in the folder that is there} */
    DocFiles files(SourceFolder folder) {
        return isFound ? FoundFiles.of(folder) : new FolderFiles(folder);
    }

    private static PortalException bad(Entity entity, String annotation, String what, String example) {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                "The annotation " + annotation + " of " + entity.ref() + " " + what + ".",
                "Write " + annotation + ": " + example);
    }
}
