package org.callboard.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** The extensions of plugins that are not there. They are called at once, without a deadline. */
public final class TestExtensions implements Extensions {

    private final List<Handle<?>> handles = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> removals = new ConcurrentHashMap<>();

    /** Adds an extension of a plugin. */
    public TestExtensions offer(String plugin, Extension extension) {
        int removed = removals.getOrDefault(plugin, 0);
        handles.add(new Handle<>(plugin, "sha256:" + plugin + (removed == 0 ? "" : "-" + removed), extension));
        return this;
    }

    /** Takes all extensions of a plugin away; those that it offers from then on are another revision's. */
    public void remove(String plugin) {
        removals.merge(plugin, 1, Integer::sum);
        handles.removeIf(handle -> handle.plugin().equals(plugin));
    }

    @Override
    public <T extends Extension> List<ExtensionHandle<T>> of(Class<T> point) {
        List<ExtensionHandle<T>> found = new ArrayList<>();
        for (Handle<?> handle : handles) {
            if (point.isInstance(handle.extension())) {
                found.add(new Handle<>(handle.plugin(), handle.digest(), point.cast(handle.extension())));
            }
        }
        found.sort(Comparator.<ExtensionHandle<T>, String>comparing(ExtensionHandle::plugin)
                .thenComparing(ExtensionHandle::id));
        return found;
    }

    /** Turns what is thrown into the failure that the portal makes of it. */
    private record Handle<T extends Extension>(String plugin, String digest, T extension)
            implements ExtensionHandle<T> {

        @Override
        public String version() {
            return "1.0.0";
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
        public ExtensionHandle<T> patient(Duration time) {
            return this;
        }

        @Override
        public <R> R call(Function<? super T, ? extends R> call) {
            try {
                return call.apply(extension);
            } catch (PortalException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new PortalException(
                        ProblemKind.UNAVAILABLE, "Plugin '" + plugin + "' failed: " + e.getMessage() + ".", null, e);
            }
        }
    }
}
