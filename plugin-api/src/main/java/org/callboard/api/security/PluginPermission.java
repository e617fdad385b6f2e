package org.callboard.api.security;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells of a permission that the plugin asks for, so that those who write the portal's policy know of it. It is asked for by
 * {@link RequiresPermission}, {@link Caller#may(Permission)} and {@link Caller#may(Permission, org.callboard.api.model.Entity)};
 * who declares it here gives it to nobody. Asked once, when the plugin starts.
 */
@ConsumerType
@ExtensionPoint("permission")
public interface PluginPermission extends Extension {

    /** {@return its name: the plugin's id, a dot and lower-case words with dots between them} A plugin with another is refused. */
    String permission();

    /** {@return what it lets people do, in a sentence} */
    String description();
}
