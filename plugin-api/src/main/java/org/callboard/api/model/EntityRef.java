package org.callboard.api.model;

import java.util.Locale;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * The name of an entity, {@code kind:namespace/name}, lower case throughout: references that differ only by case are equal.
 *
 * @param kind the kind, lower case
 * @param namespace the namespace, lower case
 * @param name the name, lower case
 */
public record EntityRef(String kind, String namespace, String name) implements Comparable<EntityRef> {

    /** The namespace of an entity that names none. */
    public static final String DEFAULT_NAMESPACE = "default";

    /** Lower-cases the three parts. */
    public EntityRef {
        kind = kind.toLowerCase(Locale.ROOT);
        namespace = namespace.toLowerCase(Locale.ROOT);
        name = name.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a reference that names its kind; the namespace may be left out.
     *
     * @throws PortalException BAD_INPUT where it is no reference, or names no kind
     */
    public static EntityRef parse(String text) {
        return parse(text, null, DEFAULT_NAMESPACE);
    }

    /**
     * Reads {@code [kind:][namespace/]name}. The first colon ends the kind and the first slash ends the namespace; a colon
     * behind the slash belongs to the name. This is Backstage's grammar.
     *
     * @param defaultKind the kind where the text names none, or null where it must
     * @throws PortalException BAD_INPUT where a part is empty or the kind is missing
     */
    public static EntityRef parse(String text, @Nullable String defaultKind, String defaultNamespace) {
        int slash = text.indexOf('/');
        int colon = text.indexOf(':');
        boolean hasKind = colon >= 0 && (slash < 0 || colon < slash);
        String kind = hasKind ? text.substring(0, colon) : defaultKind;
        String rest = hasKind ? text.substring(colon + 1) : text;
        int restSlash = rest.indexOf('/');
        String namespace = restSlash >= 0 ? rest.substring(0, restSlash) : defaultNamespace;
        String name = rest.substring(restSlash + 1);
        if (kind == null) {
            throw malformed(text, "names no kind");
        }
        if (kind.isBlank() || namespace.isBlank() || name.isBlank()) {
            throw malformed(text, "has an empty part");
        }
        return new EntityRef(kind, namespace, name);
    }

    private static PortalException malformed(String text, String why) {
        return new PortalException(
                ProblemKind.BAD_INPUT,
                "Entity reference '" + text + "' " + why + ".",
                "Write it as kind:namespace/name, for example component:default/ledger.");
    }

    @Override
    public int compareTo(EntityRef other) {
        return toString().compareTo(other.toString());
    }

    /** {@return the canonical form, {@code kind:namespace/name}} */
    @Override
    public String toString() {
        return kind + ":" + namespace + "/" + name;
    }
}
