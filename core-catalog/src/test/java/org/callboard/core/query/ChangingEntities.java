package org.callboard.core.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.process.LocationTarget;
import org.callboard.core.process.ProcessedEntity;
import org.callboard.core.process.SourceResult;
import org.callboard.core.process.SourceResult.Readability;
import org.callboard.core.store.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Entities of which every fourth comes, goes and changes all over, and another fourth changes its description. */
final class ChangingEntities {

    private static final int PART = 4;
    private static final int MOST_AT_ONCE = 40;

    private final RandomEntities random = new RandomEntities(11);
    private final Map<Integer, Json.Obj> documents = new HashMap<>();
    private final int count;
    private int edits;

    ChangingEntities(int count) {
        this.count = count;
    }

    /**
     * What becomes of an entity.
     *
     * @param name its name, and that of its file
     * @param former its document until now, or null where there was none
     * @param document its document from now on, or null where there is none
     */
    record Version(String name, Json.@Nullable Obj former, Json.@Nullable Obj document) {

        void putInto(MemoryFeed feed) {
            if (former != null && (document == null || !ref(former).equals(ref(document)))) {
                feed.remove(ref(former).toString());
            }
            if (document != null) {
                byte[] ref = ref(document).toString().getBytes(StandardCharsets.UTF_8);
                feed.put(document, UUID.nameUUIDFromBytes(ref).toString());
            }
        }

        SourceVersion source() {
            LocationTarget file = new LocationTarget("file", "/" + name, "file:/", null);
            List<ProcessedEntity> entities = document == null
                    ? List.of()
                    : List.of(ProcessedEntity.of(
                            ref(document), document, List.of(), SourcePosition.ofFile(file.target())));
            SourceResult result = new SourceResult(file, Readability.COMPLETE, entities, List.of(), List.of());
            return new SourceVersion(result, "file:/", "stamp");
        }

        private static EntityRef ref(Json.Obj document) {
            String kind = SearchRows.fold(document.text("kind").orElseThrow());
            return new EntityRef(
                    kind, "default", document.text("metadata", "name").orElseThrow());
        }
    }

    /** {@return whether an entity is there all the time, and the same except for its description} */
    static boolean stays(Json.Obj document) {
        String name = document.text("metadata", "name").orElseThrow();
        return Integer.parseInt(name.substring(1)) % PART != 0;
    }

    /** {@return all entities} */
    List<Version> first() {
        return IntStream.range(0, count).mapToObj(this::replaced).toList();
    }

    /** {@return the next changes, each of another entity} */
    List<Version> next() {
        Map<Integer, Version> changes = new HashMap<>();
        for (int i = 1 + random.below(MOST_AT_ONCE); i > 0; i--) {
            int number = PART * random.below(count / PART) + random.below(2);
            changes.computeIfAbsent(number, changing -> changing % PART == 0 ? moved(changing) : edited(changing));
        }
        return new ArrayList<>(changes.values());
    }

    private Version moved(int number) {
        return documents.containsKey(number) && random.oneIn(3) ? version(number, null) : replaced(number);
    }

    private Version replaced(int number) {
        Json.Obj document = random.entity("e" + number);
        return version(number, random.oneIn(2) ? with(document, "title", "t" + edits++) : document);
    }

    private Version edited(int number) {
        return version(number, with(documents.get(number), "description", "edit " + edits++));
    }

    private static Json.Obj with(Json.Obj document, String field, String text) {
        return document.with("metadata", document.object("metadata").with(field, Json.of(text)));
    }

    private Version version(int number, Json.@Nullable Obj document) {
        Json.Obj former = document == null ? documents.remove(number) : documents.put(number, document);
        return new Version("e" + number, former, document);
    }
}
