package org.callboard.core.process;

import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.read.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Something to read: a file, a folder, a glob, a URL, or what a provider gave.
 *
 * @param type {@code file}, {@code url} or {@code provider}
 * @param target the absolute path, the URL, or {@code <plugin>/<provider>}
 * @param origin the configured location it descends from, as {@code type:target}
 * @param allowedKinds the kinds it may hold, lower case; null for all. What a provider itself gives may be of any kind
 * @param parent the Location entity that names it; null for configured locations
 * @param place where that entity names it; null for configured locations
 */
public record LocationTarget(
        String type,
        String target,
        String origin,
        @Nullable Set<String> allowedKinds,
        Presence presence,
        @Nullable EntityRef parent,
        @Nullable SourcePosition place) {

    /** Whether it is a problem that nothing is there. */
    public enum Presence {
        /** It is. */
        REQUIRED,
        /** It is not, as the Location entity says. */
        OPTIONAL
    }

    /** A location that no entity names. */
    public LocationTarget(String type, String target, String origin, @Nullable Set<String> allowedKinds) {
        this(type, target, origin, allowedKinds, Presence.REQUIRED, null, null);
    }

    /** {@return the same, named by a Location entity} */
    public LocationTarget of(EntityRef entity) {
        return new LocationTarget(type, target, origin, allowedKinds, presence, entity, place);
    }

    /** {@return one of the files that this stands for} */
    public LocationTarget file(String path) {
        return new LocationTarget(Resource.FILE, path, origin, allowedKinds, presence, parent, place);
    }

    /** {@return one of the documents of the provider that this stands for} */
    public LocationTarget document(String document) {
        return new LocationTarget(Resource.PROVIDER, document, origin, allowedKinds, presence, parent, place);
    }

    /** {@return what is to be read} */
    public Resource resource() {
        return new Resource(type, target);
    }

    /** {@return as annotations write it: {@code type:target}} */
    public String reference() {
        return type + ":" + target;
    }
}
