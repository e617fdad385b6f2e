package org.callboard.core.store;

import java.util.List;
import org.callboard.api.model.EntityRef;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.read.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A source as it was when it was last read.
 *
 * @param reference the file or URL, as {@code type:target}
 * @param location the location that led to it, as {@code type:target}
 * @param parent the Location entity that led to it, or null for one that stands for a location itself
 * @param stamp what decided how it was read; empty where it must be read again
 * @param children the locations that it led to
 * @param inputs what else it was made from
 */
public record StoredSource(
        String reference,
        String location,
        @Nullable EntityRef parent,
        String stamp,
        List<LocationTarget> children,
        List<Resource> inputs) {

    /** Copies the children and the inputs. */
    public StoredSource {
        children = List.copyOf(children);
        inputs = List.copyOf(inputs);
    }

    /** {@return what was read} */
    public Resource resource() {
        int colon = reference.indexOf(':');
        return new Resource(reference.substring(0, colon), reference.substring(colon + 1));
    }
}
