package org.callboard.core.entity;

import static org.callboard.api.ingest.Field.optional;
import static org.callboard.api.ingest.Field.required;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.Field;
import org.callboard.api.ingest.Field.Shape;
import org.callboard.api.ingest.RelationRule;

/** The kinds that Backstage's descriptors use, declared as a plugin would declare its own. */
public final class BuiltInKinds {

    /** The kind whose entities point at further files. */
    public static final String LOCATION = "Location";

    private static final List<String> CATALOG = List.of("backstage.io/v1alpha1", "backstage.io/v1beta1");

    private static final Field SPEC = required("spec", Shape.OBJECT);
    private static final Field TYPE = required("spec.type", Shape.TEXT);
    private static final Field ANY_TYPE = optional("spec.type", Shape.TEXT);
    private static final Field LIFECYCLE = required("spec.lifecycle", Shape.TEXT);
    private static final Field OWNER = required("spec.owner", Shape.TEXT);
    private static final Field SYSTEM = optional("spec.system", Shape.TEXT);
    private static final Field DEPENDS_ON = optional("spec.dependsOn", Shape.TEXTS);
    private static final Detail DEPENDENCY_OF = Detail.advised("spec.dependencyOf", Form.TEXT_OR_TEXTS);
    private static final Field PROFILE = optional("spec.profile", Shape.OBJECT);
    private static final Field DISPLAY_NAME = optional("spec.profile.displayName", Shape.TEXT);
    private static final Field EMAIL = optional("spec.profile.email", Shape.TEXT);
    private static final Field PICTURE = optional("spec.profile.picture", Shape.TEXT);

    private static final RelationRule OWNED_BY = new RelationRule("spec.owner", "Group", "ownedBy", "ownerOf");
    private static final RelationRule IN_SYSTEM = partOf("spec.system", "System");
    private static final RelationRule NEEDS = new RelationRule("spec.dependsOn", null, "dependsOn", "dependencyOf");
    private static final RelationRule NEEDED_BY =
            new RelationRule("spec.dependencyOf", null, "dependencyOf", "dependsOn");

    private static final List<EntityKind> ALL = Stream.concat(
                    Stream.of(
                            component(),
                            KindsOfAi.mcpServer(api()),
                            api(),
                            resource(),
                            system(),
                            domain(),
                            group(),
                            user(),
                            location(),
                            KindOfTemplates.of(OWNED_BY)),
                    KindsOfAi.resources(List.of(OWNED_BY, IN_SYSTEM)).stream())
            .toList();

    private BuiltInKinds() {}

    /** {@return all of them} */
    public static List<EntityKind> all() {
        return ALL;
    }

    private static EntityKind component() {
        return kind(
                        "Component",
                        List.of(
                                SPEC,
                                TYPE,
                                LIFECYCLE,
                                OWNER,
                                SYSTEM,
                                optional("spec.subcomponentOf", Shape.TEXT),
                                optional("spec.providesApis", Shape.TEXTS),
                                optional("spec.consumesApis", Shape.TEXTS),
                                DEPENDS_ON),
                        List.of(
                                OWNED_BY,
                                IN_SYSTEM,
                                partOf("spec.subcomponentOf", "Component"),
                                new RelationRule("spec.providesApis", "API", "providesApi", "apiProvidedBy"),
                                new RelationRule("spec.consumesApis", "API", "consumesApi", "apiConsumedBy"),
                                NEEDS,
                                NEEDED_BY))
                .with(List.of(DEPENDENCY_OF));
    }

    private static DeclaredKind api() {
        return kind(
                "API",
                List.of(SPEC, TYPE, LIFECYCLE, OWNER, SYSTEM, required("spec.definition", Shape.TEXT)),
                List.of(OWNED_BY, IN_SYSTEM));
    }

    private static EntityKind resource() {
        return kind(
                        "Resource",
                        List.of(SPEC, TYPE, OWNER, SYSTEM, DEPENDS_ON),
                        List.of(OWNED_BY, IN_SYSTEM, NEEDS, NEEDED_BY))
                .with(List.of(DEPENDENCY_OF));
    }

    private static EntityKind system() {
        return kind(
                "System",
                List.of(SPEC, OWNER, ANY_TYPE, optional("spec.domain", Shape.TEXT)),
                List.of(OWNED_BY, partOf("spec.domain", "Domain")));
    }

    private static EntityKind domain() {
        return kind(
                "Domain",
                List.of(SPEC, OWNER, ANY_TYPE, optional("spec.subdomainOf", Shape.TEXT)),
                List.of(OWNED_BY, partOf("spec.subdomainOf", "Domain")));
    }

    private static EntityKind group() {
        return kind(
                "Group",
                List.of(
                        SPEC,
                        TYPE,
                        PROFILE,
                        DISPLAY_NAME,
                        EMAIL,
                        PICTURE,
                        optional("spec.parent", Shape.TEXT),
                        required("spec.children", Shape.TEXTS),
                        optional("spec.members", Shape.TEXTS)),
                List.of(
                        new RelationRule("spec.parent", "Group", "childOf", "parentOf"),
                        new RelationRule("spec.children", "Group", "parentOf", "childOf"),
                        new RelationRule("spec.members", "User", "hasMember", "memberOf")));
    }

    private static EntityKind user() {
        return kind(
                "User",
                List.of(SPEC, PROFILE, DISPLAY_NAME, EMAIL, PICTURE, required("spec.memberOf", Shape.TEXTS)),
                List.of(new RelationRule("spec.memberOf", "Group", "memberOf", "hasMember")));
    }

    private static EntityKind location() {
        return kind(
                        LOCATION,
                        List.of(
                                SPEC,
                                ANY_TYPE,
                                optional("spec.target", Shape.TEXT),
                                optional("spec.targets", Shape.TEXTS)),
                        List.of())
                .with(List.of(Detail.optional("spec.presence", Form.oneOf(List.of("required", "optional")))));
    }

    private static DeclaredKind kind(String kind, List<Field> fields, List<RelationRule> relations) {
        return new DeclaredKind(kind, CATALOG, fields, relations);
    }

    private static RelationRule partOf(String path, String kind) {
        return new RelationRule(path, kind, "partOf", "hasPart");
    }
}
