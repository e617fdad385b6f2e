package org.callboard.core.extension;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.ExtensionPoint;

/**
 * One extension of one revision of a plugin.
 *
 * @param revision whose it is
 * @param point the interface of its extension point
 * @param id its id, asked for once
 * @param title its title, asked for once
 */
public record ActiveExtension<T extends Extension>(
        RevisionName revision, Class<T> point, String id, String title, T extension, ForeignCall entry)
        implements ExtensionHandle<T> {

    /** Which revision of which plugin. */
    public record RevisionName(String plugin, String version, String digest) {

        /** {@return the folder below {@code /ui/} that its files are served from} */
        public String uiFolder() {
            return plugin + "/" + digest.replace("sha256:", "").substring(0, 16);
        }
    }

    @Override
    public String plugin() {
        return revision.plugin();
    }

    @Override
    public String version() {
        return revision.version();
    }

    @Override
    public String digest() {
        return revision.digest();
    }

    /** {@return the extension point's name} */
    public String pointName() {
        return point.getAnnotation(ExtensionPoint.class).value();
    }

    @Override
    public <R> R call(Function<? super T, ? extends R> call) {
        return entry.call(() -> call.apply(extension));
    }

    @Override
    public ExtensionHandle<T> patient(Duration time) {
        return new Patient<>(this, time);
    }

    /** An extension whose calls have more time. */
    private record Patient<T extends Extension>(ActiveExtension<T> one, Duration time) implements ExtensionHandle<T> {

        @Override
        public String plugin() {
            return one.plugin();
        }

        @Override
        public String version() {
            return one.version();
        }

        @Override
        public String digest() {
            return one.digest();
        }

        @Override
        public String id() {
            return one.id();
        }

        @Override
        public String title() {
            return one.title();
        }

        @Override
        public <R> R call(Function<? super T, ? extends R> call) {
            return one.entry().call(() -> call.apply(one.extension()), time);
        }

        @Override
        public ExtensionHandle<T> patient(Duration more) {
            return one.patient(more);
        }
    }

    /** {@return it, where it is one of this point} */
    @SuppressWarnings("unchecked")
    public <P extends Extension> Optional<ActiveExtension<P>> as(Class<P> wanted) {
        return point.equals(wanted) ? Optional.of((ActiveExtension<P>) this) : Optional.empty();
    }

    /** {@return one for each extension point that the service implements} */
    static List<ActiveExtension<?>> of(RevisionName revision, Extension service, ForeignCall entry) {
        return Points.of(service.getClass()).stream()
                .<ActiveExtension<?>>map(point -> named(revision, point, service, entry))
                .toList();
    }

    private static <T extends Extension> ActiveExtension<T> named(
            RevisionName revision, Class<T> point, Extension service, ForeignCall entry) {
        T extension = point.cast(service);
        String id = entry.call(extension::id);
        String title = entry.call(extension::title);
        return new ActiveExtension<>(revision, point, id, title, extension, entry);
    }
}
