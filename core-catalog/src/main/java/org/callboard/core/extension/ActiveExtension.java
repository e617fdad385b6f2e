package org.callboard.core.extension;

import java.util.List;
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
