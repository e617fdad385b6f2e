package org.callboard.core.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.entity.JsonCodec;

/** The documents of one run of an entity provider, each by a name: its entity's reference where it says one. */
public final class ProvidedDocuments {

    private static final int MOST = 100_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_NAME = 400;

    private final JsonCodec codec = new JsonCodec();
    private final Map<String, byte[]> byName = new LinkedHashMap<>();
    private long bytes;

    /**
     * Adds a document. Of two with the same name the second has a number with it, so that its problem has a place.
     *
     * @throws PortalException TOO_LARGE where it is too much
     */
    public void add(Json.Obj document) {
        byte[] encoded = encoded(codec, document);
        bytes += encoded.length;
        if (byName.size() >= MOST || bytes > MOST_BYTES) {
            throw new PortalException(
                    ProblemKind.TOO_LARGE,
                    "A provider may give " + MOST + " entities of " + MOST_BYTES + " bytes at most.",
                    "Give fewer, or split them among several providers.");
        }
        String name = name(document, byName.size() + 1);
        String free = name;
        for (int i = 2; byName.putIfAbsent(free, encoded) != null; i++) {
            free = name + " (" + i + ")";
        }
    }

    static byte[] encoded(JsonCodec codec, Json.Obj document) {
        byte[] encoded = codec.encode(document);
        if (encoded.length > LONGEST) {
            throw new PortalException(
                    ProblemKind.TOO_LARGE,
                    "The entity " + name(document, 0) + " is longer than " + LONGEST + " bytes.",
                    "Leave out what nobody reads in the catalog.");
        }
        return encoded;
    }

    private static String name(Json.Obj document, int number) {
        String kind = document.text("kind").orElse("");
        String name = document.text("metadata", "name").orElse("");
        String namespace = document.text("metadata", "namespace").orElse(EntityRef.DEFAULT_NAMESPACE);
        String ref = new EntityRef(kind, namespace, name).toString();
        return kind.isBlank() || name.isBlank() || ref.length() > LONGEST_NAME ? "document " + number : ref;
    }

    /** {@return whether there is none} */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    Map<String, byte[]> byName() {
        return byName;
    }
}
