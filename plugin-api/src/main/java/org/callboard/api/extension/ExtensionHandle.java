package org.callboard.api.extension;

import java.time.Duration;
import java.util.function.Function;
import org.callboard.api.problem.PortalException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An extension of some plugin's active revision, and the only way to call it.
 *
 * @param <T> the interface of its extension point
 */
@ProviderType
public interface ExtensionHandle<T extends Extension> {

    /** {@return the id of the plugin it belongs to} */
    String plugin();

    /** {@return the version of that plugin} */
    String version();

    /** {@return the digest of that plugin's jar: it tells two revisions apart} */
    String digest();

    /** {@return the extension's id} */
    String id();

    /** {@return the extension's title} */
    String title();

    /**
     * Calls the extension on a thread of the portal's, with the plugin's class loader as context class loader and its name
     * on every log line, and waits for the answer no longer than the deadline (5 s unless configured).
     *
     * @return what the call returned
     * @throws PortalException as the extension threw it; UNAVAILABLE, naming the plugin, where it threw anything else, was
     *     too slow, is too busy or is gone
     */
    <R> R call(Function<? super T, ? extends R> call);

    /**
     * {@return the same, which waits at least this long for each answer} For extensions that have to ask other servers, called
     * where somebody can wait for that.
     */
    ExtensionHandle<T> patient(Duration time);
}
