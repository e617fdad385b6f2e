package org.callboard.plugin.webshell;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.plugins.Plan;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.jspecify.annotations.Nullable;

/** A portal in memory: entities, extensions of plugins, and what was last written as JSON. */
final class FakePortal implements Catalog, Extensions, Plugins, JsonFormat, Caller {

    final Map<EntityRef, Entity> entities = new HashMap<>();
    final List<Handle<?>> handles = new ArrayList<>();
    final Map<String, URI> uiBases = new HashMap<>();

    @Nullable Json written;

    /** Adds an extension of a plugin. */
    void offer(String plugin, Extension extension) {
        handles.add(new Handle<>(plugin, extension));
    }

    /** Adds an entity. */
    Entity add(Json.Obj document) {
        EntityRef ref = new EntityRef(
                document.text("kind").orElseThrow(),
                document.text("metadata", "namespace").orElse(EntityRef.DEFAULT_NAMESPACE),
                document.text("metadata", "name").orElseThrow());
        Entity entity = new FakeEntity(ref, document);
        entities.put(ref, entity);
        return entity;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Extension> List<ExtensionHandle<T>> of(Class<T> point) {
        return handles.stream()
                .filter(handle -> point.isInstance(handle.extension()))
                .map(handle -> (ExtensionHandle<T>) handle)
                .toList();
    }

    @Override
    public Optional<Entity> find(Caller caller, EntityRef ref) {
        return Optional.ofNullable(entities.get(ref));
    }

    @Override
    public Optional<URI> uiBase(String id) {
        return Optional.ofNullable(uiBases.get(id));
    }

    @Override
    public void write(Json value, OutputStream out) {
        written = value;
    }

    @Override
    public String getName() {
        return "user:default/mara";
    }

    @Override
    public String displayName() {
        return "Mara";
    }

    @Override
    public boolean may(Permission permission) {
        return true;
    }

    @Override
    public Optional<Entity> findByUid(Caller caller, String uid) {
        throw new AssertionError("not expected");
    }

    @Override
    public Page query(Caller caller, Query query) {
        throw new AssertionError("not expected");
    }

    @Override
    public List<Facet> facets(Caller caller, Filter filter, List<String> paths) {
        throw new AssertionError("not expected");
    }

    @Override
    public List<Problem> problems(Caller caller, EntityRef ref) {
        throw new AssertionError("not expected");
    }

    @Override
    public List<Problem> problems(Caller caller, int limit) {
        throw new AssertionError("not expected");
    }

    @Override
    public List<Problem> problemsOwnedBy(Caller caller, EntityRef owner, int limit) {
        return List.of();
    }

    @Override
    public long generation() {
        throw new AssertionError("not expected");
    }

    @Override
    public List<PluginInfo> list(Caller caller) {
        throw new AssertionError("not expected");
    }

    @Override
    public Optional<PluginInfo> find(Caller caller, String id) {
        throw new AssertionError("not expected");
    }

    @Override
    public Plan plan(Caller caller, InputStream jar, Terms terms) {
        throw new AssertionError("not expected");
    }

    @Override
    public Installed install(Caller caller, InputStream jar, Terms terms) {
        throw new AssertionError("not expected");
    }

    @Override
    public PluginInfo rollback(Caller caller, String id) {
        throw new AssertionError("not expected");
    }

    @Override
    public PluginInfo disable(Caller caller, String id) {
        throw new AssertionError("not expected");
    }

    @Override
    public PluginInfo enable(Caller caller, String id) {
        throw new AssertionError("not expected");
    }

    @Override
    public void remove(Caller caller, String id) {
        throw new AssertionError("not expected");
    }

    @Override
    public Json read(InputStream in) {
        throw new AssertionError("not expected");
    }

    /** Calls at once, and turns what is thrown into the failure that the portal makes of it. */
    record Handle<T extends Extension>(String plugin, T extension) implements ExtensionHandle<T> {

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public String digest() {
            return "sha256:" + plugin;
        }

        @Override
        public String id() {
            return extension.id();
        }

        @Override
        public String title() {
            return extension.title();
        }

        @Override
        public <R> R call(Function<? super T, ? extends R> call) {
            try {
                return call.apply(extension);
            } catch (PortalException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new PortalException(
                        ProblemKind.UNAVAILABLE, "Plugin '" + plugin + "' failed: " + e.getMessage() + ".");
            }
        }
    }

    private record FakeEntity(EntityRef ref, Json.Obj document) implements Entity {
        @Override
        public void writeTo(OutputStream out) {
            throw new AssertionError("not expected");
        }
    }
}
