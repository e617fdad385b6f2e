package org.callboard.plugin.webshell;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.testkit.TestExtensions;
import org.jspecify.annotations.Nullable;

/** A portal in memory: entities, extensions of plugins, and what was last written as JSON. */
final class FakePortal implements Catalog, Extensions, Plugins, JsonFormat, Caller {

    final Map<EntityRef, Entity> entities = new HashMap<>();
    final Map<String, URI> uiBases = new HashMap<>();

    final Map<String, PluginInfo> plugins = new HashMap<>();
    final Set<String> denied = new HashSet<>();

    @Nullable Json written;

    private final TestExtensions extensions = new TestExtensions();

    /** What the next body is read as. */
    Json toRead = Json.Obj.EMPTY;

    /** Adds an extension of a plugin. */
    void offer(String plugin, Extension extension) {
        extensions.offer(plugin, extension);
    }

    /** Takes the extensions of a plugin away. */
    void withdraw(String plugin) {
        extensions.remove(plugin);
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
    public <T extends Extension> List<ExtensionHandle<T>> of(Class<T> point) {
        return extensions.of(point);
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
        return !denied.contains(permission.name());
    }

    @Override
    public boolean may(Permission permission, Entity entity) {
        return may(permission);
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
    public List<Entity> search(Caller caller, String words, Filter filter, int limit) {
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
        return Optional.ofNullable(plugins.get(id));
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
    public void release(Caller caller, String id) {
        throw new AssertionError("not expected");
    }

    @Override
    public void dropTables(Caller caller, String id) {
        throw new AssertionError("not expected");
    }

    @Override
    public Json read(InputStream in) {
        return toRead;
    }

    private record FakeEntity(EntityRef ref, Json.Obj document) implements Entity {
        @Override
        public void writeTo(OutputStream out) {
            throw new AssertionError("not expected");
        }
    }
}
