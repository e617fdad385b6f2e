package org.callboard.core.process;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.ingest.EntityProcessor;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.BuiltInKinds;
import org.callboard.core.entity.EnvelopeRules;
import org.callboard.core.entity.Findings;
import org.callboard.core.entity.KindCheck;
import org.callboard.core.entity.KnownKind;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.read.Resource;

/** The steps from a document to an entity. One for each file. */
final class DocumentSteps {

    private final LocationTarget source;
    private final Origin origin;
    private final Placeholders placeholders;
    private final Children children;
    private final KindCheck kinds;
    private final List<DocumentProcessor> processors;

    DocumentSteps(
            LocationTarget source,
            Placeholders placeholders,
            Children children,
            KindCheck kinds,
            List<DocumentProcessor> processors) {
        this.source = source;
        this.origin = new Origin(source);
        this.placeholders = placeholders;
        this.children = children;
        this.kinds = kinds;
        this.processors = processors;
    }

    /**
     * What a document came to.
     *
     * @param ref whose document it is, as far as it says so
     * @param entity the entity, where it was taken
     */
    record Outcome(
            Optional<EntityRef> ref,
            Optional<ProcessedEntity> entity,
            List<LocationTarget> children,
            List<Problem> problems) {}

    Outcome run(Parsed document) {
        Findings findings = new Findings(document.positions());
        Json.Obj tree = placeholders.resolve(document.tree(), findings);
        EnvelopeRules.check(tree, findings);
        checkAllowed(tree, findings);
        Optional<EntityRef> ref = ref(tree);
        if (findings.refused() || ref.isEmpty()) {
            return refuse(tree, ref, findings);
        }
        SourcePosition position = document.positions().start();
        Json.Obj entity = runProcessors(origin.mark(tree), ref.get(), position, findings);
        Optional<KnownKind> kind = kinds.check(entity, findings);
        Json.Obj sorted = kind.map(known -> References.sorted(entity, known)).orElse(entity);
        List<EmittedRelation> relations = kind.map(known -> References.relations(sorted, ref.get(), known, findings))
                .orElse(List.of());
        List<LocationTarget> targets = kind.filter(known -> known.kind().equals(BuiltInKinds.LOCATION))
                .map(known -> children.of(ref.get(), sorted, document.positions(), findings))
                .orElse(List.of());
        if (findings.refused()) {
            return new Outcome(ref, Optional.empty(), List.of(), findings.problems());
        }
        ProcessedEntity processed = ProcessedEntity.of(ref.get(), sorted, relations, position);
        return new Outcome(ref, Optional.of(processed), targets, findings.problems());
    }

    /** What else is wrong is said at once: nobody likes to correct one mistake only to hear of the next. */
    private Outcome refuse(Json.Obj tree, Optional<EntityRef> ref, Findings findings) {
        if (ref.isPresent()) {
            kinds.check(tree, findings);
        }
        return new Outcome(ref, Optional.empty(), List.of(), findings.problems());
    }

    private void checkAllowed(Json.Obj tree, Findings findings) {
        Set<String> allowed = source.allowedKinds();
        Optional<String> kind = tree.text("kind");
        boolean provided = source.type().equals(Resource.PROVIDER);
        if (provided
                || allowed == null
                || kind.isEmpty()
                || allowed.contains(kind.get().toLowerCase(Locale.ROOT))) {
            return;
        }
        findings.error(
                "kind-not-allowed",
                List.of("kind"),
                Json.of(kind.get()),
                "The location may not hold entities of kind " + Texts.quote(kind.get()) + ": catalog.rules allows "
                        + String.join(", ", allowed.stream().sorted().toList()) + " here.",
                "Take the document out, or let the operator add the kind to catalog.rules or to the location's rules.");
    }

    private static Optional<EntityRef> ref(Json.Obj tree) {
        Optional<String> kind = tree.text("kind").filter(text -> !text.isBlank());
        Optional<String> name = tree.text("metadata", "name").filter(text -> !text.isBlank());
        String namespace = tree.text("metadata", "namespace")
                .filter(text -> !text.isBlank())
                .orElse(EntityRef.DEFAULT_NAMESPACE);
        return kind.isPresent() && name.isPresent()
                ? Optional.of(new EntityRef(kind.get(), namespace, name.get()))
                : Optional.empty();
    }

    private Json.Obj runProcessors(Json.Obj start, EntityRef ref, SourcePosition position, Findings findings) {
        Json.Obj entity = start;
        for (DocumentProcessor processor : processors) {
            try {
                EntityProcessor.Result result = processor.process(entity, position);
                result.problems().forEach(findings::add);
                requireSame(ref, result.entity(), processor);
                entity = result.entity();
            } catch (PortalException e) {
                findings.add(failed(processor, position, e));
            }
        }
        return entity;
    }

    private static void requireSame(EntityRef ref, Json.Obj entity, DocumentProcessor processor) {
        if (!ref(entity).equals(Optional.of(ref))) {
            throw new PortalException(
                    ProblemKind.INTERNAL,
                    processor.name() + " changed the kind, the namespace or the name of " + ref + ".",
                    "Tell the owner of the plugin: a processor must keep them.");
        }
    }

    private static Problem failed(DocumentProcessor processor, SourcePosition position, PortalException e) {
        String hint = e.hint();
        return new Problem(
                Level.ERROR,
                "processor-failed",
                null,
                position,
                processor.name() + " failed: " + e.message(),
                hint == null ? "Tell the owner of the plugin; the last good version stays served." : hint);
    }
}
