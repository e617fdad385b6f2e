package org.callboard.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.ingest.EntityKind;
import org.callboard.api.ingest.EntityProcessor;
import org.callboard.api.ingest.Field;
import org.callboard.api.ingest.RelationRule;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.process.DocumentProcessor;
import org.callboard.core.revision.ActiveRevisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the plugins that are active contribute to ingest: asked for when the set of them changes, not when a document is
 * processed.
 */
final class PluginIngest {

    private static final Logger LOG = LoggerFactory.getLogger(PluginIngest.class);

    private final ActiveRevisions active;
    private volatile Contributions now = new Contributions(List.of(), List.of(), "");

    PluginIngest(ActiveRevisions active) {
        this.active = active;
    }

    /**
     * What plugins contribute.
     *
     * @param stamp equal for equal contributions, also after a restart: it is made of the digests of their jars
     */
    record Contributions(List<EntityKind> kinds, List<DocumentProcessor> processors, String stamp) {}

    Contributions current() {
        return now;
    }

    /** Asks again. {@return whether anything is different now} */
    boolean update() {
        String before = now.stamp();
        now = ask();
        return !before.equals(now.stamp());
    }

    private Contributions ask() {
        List<EntityKind> kinds = new ArrayList<>();
        List<DocumentProcessor> processors = new ArrayList<>();
        TreeSet<String> digests = new TreeSet<>();
        for (ExtensionHandle<EntityKind> handle : active.of(EntityKind.class)) {
            try {
                kinds.add(handle.call(TaughtKind::of));
                digests.add(handle.digest());
            } catch (PortalException failure) {
                LOG.warn("The kind {} of plugin '{}' can't be used", handle.id(), handle.plugin(), failure);
            }
        }
        for (ExtensionHandle<EntityProcessor> handle : active.of(EntityProcessor.class)) {
            processors.add(new PluginProcessor(handle, wanted(handle), active));
            digests.add(handle.digest());
        }
        return new Contributions(List.copyOf(kinds), List.copyOf(processors), String.join(",", digests));
    }

    /** One that can't say what it wants is asked about all: that it fails is then a problem of what it may have changed. */
    private static Set<String> wanted(ExtensionHandle<EntityProcessor> handle) {
        Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try {
            wanted.addAll(handle.call(processor -> List.copyOf(processor.kinds())));
        } catch (PortalException failure) {
            LOG.warn(
                    "The processor {} of plugin '{}' does not say what it wants",
                    handle.id(),
                    handle.plugin(),
                    failure);
        }
        return wanted;
    }

    /** What a plugin's kind said when it was asked. */
    private record TaughtKind(
            String id,
            String title,
            String kind,
            List<String> apiVersions,
            List<Field> fields,
            List<RelationRule> relations)
            implements EntityKind {

        static EntityKind of(EntityKind kind) {
            return new TaughtKind(
                    kind.id(),
                    kind.title(),
                    kind.kind(),
                    List.copyOf(kind.apiVersions()),
                    List.copyOf(kind.fields()),
                    List.copyOf(kind.relations()));
        }
    }

    private record PluginProcessor(ExtensionHandle<EntityProcessor> handle, Set<String> kinds, ActiveRevisions active)
            implements DocumentProcessor {

        @Override
        public String name() {
            return "The processor '" + handle.id() + "' of plugin '" + handle.plugin() + "'";
        }

        @Override
        public EntityProcessor.Result process(Json.Obj entity, SourcePosition position) {
            if (!kinds.isEmpty() && entity.text("kind").filter(kinds::contains).isEmpty()) {
                return new EntityProcessor.Result(entity, List.of());
            }
            try {
                EntityProcessor.Result result = handle.call(processor -> processor.process(entity, position));
                found(result.problems().size());
                return result;
            } catch (PortalException failure) {
                found(1);
                throw failure;
            }
        }

        private void found(int problems) {
            active.find(handle.plugin()).ifPresent(revision -> revision.entry().found(problems));
        }
    }
}
