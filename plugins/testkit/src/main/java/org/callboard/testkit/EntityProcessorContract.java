package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.stream.IntStream;
import org.callboard.api.ingest.EntityProcessor;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.junit.jupiter.api.Test;

/** What every step on an entity's way into the catalog keeps to. */
public interface EntityProcessorContract extends ExtensionContract<EntityProcessor> {

    /** {@return a document that it has to do with} */
    Json.Obj entity();

    /** {@return where that document stands} */
    default SourcePosition position() {
        return new SourcePosition("file:catalog-info.yaml", 1, 1);
    }

    /** The portal keeps what didn't change. */
    @Test
    default void givesTheSameForTheSameDocument() {
        EntityProcessor processor = extension();
        assertEquals(processor.process(entity(), position()), processor.process(entity(), position()));
    }

    /** Several documents are processed at once. */
    @Test
    default void givesTheSameOnManyThreads() {
        EntityProcessor processor = extension();
        EntityProcessor.Result expected = processor.process(entity(), position());
        List<EntityProcessor.Result> results = IntStream.range(0, 64)
                .parallel()
                .mapToObj(run -> processor.process(entity(), position()))
                .toList();
        results.forEach(result -> assertEquals(expected, result));
    }

    /** The reference stays what it is. */
    @Test
    default void keepsKindNamespaceAndName() {
        Json.Obj processed = extension().process(entity(), position()).entity();
        assertEquals(MemoryEntity.refOf(entity()), MemoryEntity.refOf(processed));
    }

    /** Most entities lack most fields. */
    @Test
    default void takesADocumentThatHasNoMoreThanItMust() {
        assertNotNull(extension().process(Bare.of(entity()), position()));
    }
}
