package org.callboard.api.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.callboard.api.model.EntityRef;

/**
 * A place that someone registered for the catalog to be read from.
 *
 * @param id a UUID, the same for as long as it is registered
 * @param type {@code url}
 * @param target the URL
 */
public record Location(String id, String type, String target) {

    /** {@return the reference of the Location entity that stands for it} */
    public EntityRef entityRef() {
        return entityRef(type, target);
    }

    /**
     * {@return the reference of the Location entity that stands for a place}, as Backstage makes it: its name is
     * {@code generated-} and the SHA-1 of {@code type:target}
     */
    public static EntityRef entityRef(String type, String target) {
        byte[] place = (type + ":" + target).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(place);
            return new EntityRef(
                    "location",
                    EntityRef.DEFAULT_NAMESPACE,
                    "generated-" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
