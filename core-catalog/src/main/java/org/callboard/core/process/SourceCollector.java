package org.callboard.core.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.process.DocumentSteps.Outcome;
import org.callboard.core.process.SourceResult.Readability;
import org.callboard.core.read.ParsedDocument;
import org.callboard.core.read.ParsedDocument.Broken;
import org.callboard.core.read.ParsedDocument.Parsed;

/** Puts together what the documents of one file came to. */
final class SourceCollector {

    private final LocationTarget source;
    private final DocumentSteps steps;
    private final List<ProcessedEntity> entities = new ArrayList<>();
    private final List<LocationTarget> children = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<EntityRef, SourcePosition> seen = new HashMap<>();
    private Readability readability = Readability.COMPLETE;
    private boolean blank = true;

    SourceCollector(LocationTarget source, DocumentSteps steps) {
        this.source = source;
        this.steps = steps;
    }

    void add(ParsedDocument document) {
        if (document instanceof Broken broken) {
            blank = false;
            readability = Readability.PARTIAL;
            problems.add(broken.problem());
        } else if (document instanceof Parsed parsed) {
            blank = false;
            take(steps.run(parsed));
        }
    }

    private void take(Outcome outcome) {
        for (Problem problem : outcome.problems()) {
            boolean nameless = problem.code().equals("template-file");
            problems.add(
                    nameless
                            ? problem
                            : outcome.ref()
                                    .map(ref -> problem.of(ref.toString()))
                                    .orElse(problem));
        }
        outcome.entity().ifPresentOrElse(entity -> take(entity, outcome.children()), this::refuse);
    }

    private void take(ProcessedEntity entity, List<LocationTarget> targets) {
        SourcePosition first = seen.putIfAbsent(entity.ref(), entity.position());
        if (first == null) {
            entities.add(entity);
            children.addAll(targets);
        } else {
            problems.add(twice(entity, first));
            refuse();
        }
    }

    private void refuse() {
        readability = Readability.PARTIAL;
    }

    private static Problem twice(ProcessedEntity entity, SourcePosition first) {
        return new Problem(
                Level.ERROR,
                "duplicate-entity",
                entity.ref().toString(),
                entity.position(),
                "The entity " + entity.ref() + " stands twice in this file: on line " + first.line() + " and on line "
                        + entity.position().line() + "; the first is taken.",
                "Keep one of the two documents, or give one another name.");
    }

    SourceResult result(List<SourceInput> inputs) {
        if (blank) {
            problems.add(new Problem(
                    Level.INFO,
                    "no-document",
                    null,
                    new SourcePosition(source.target(), 1, 1),
                    "The file holds no document.",
                    "Write an entity into it, or remove it."));
        }
        return new SourceResult(source, readability, entities, children, problems, inputs);
    }
}
