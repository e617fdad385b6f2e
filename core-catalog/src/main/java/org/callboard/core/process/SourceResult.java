package org.callboard.core.process;

import java.util.List;
import org.callboard.api.problem.Problem;

/**
 * What one source, a file or a web page, came to.
 *
 * @param source what was read
 * @param readability whether what it lacks may be taken as removed
 * @param entities the entities its good documents became
 * @param children the locations its Location entities point at
 * @param problems all that is wrong with it
 * @param inputs what else was read, or could not be: while each has the fingerprint given, reading it all again is needless
 */
public record SourceResult(
        LocationTarget source,
        Readability readability,
        List<ProcessedEntity> entities,
        List<LocationTarget> children,
        List<Problem> problems,
        List<SourceInput> inputs) {

    /** Whether what a file lacks may be taken as removed. */
    public enum Readability {
        /** Every document could be told apart: an entity that is missing was removed by its owner. */
        COMPLETE,
        /** Some document could not be read or was refused: entities that are missing keep their last good version. */
        PARTIAL
    }

    public SourceResult {
        entities = List.copyOf(entities);
        children = List.copyOf(children);
        problems = List.copyOf(problems);
        inputs = List.copyOf(inputs);
    }

    /** What a source came to that brought nothing else in. */
    public SourceResult(
            LocationTarget source,
            Readability readability,
            List<ProcessedEntity> entities,
            List<LocationTarget> children,
            List<Problem> problems) {
        this(source, readability, entities, children, problems, List.of());
    }
}
