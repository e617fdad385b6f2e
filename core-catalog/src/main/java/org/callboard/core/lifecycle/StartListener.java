package org.callboard.core.lifecycle;

import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.pluginstore.PluginStore;

/** Hears what becomes of each plugin when the portal starts. Called on several threads. */
interface StartListener {

    /** The plugin is being started. */
    void starting(PluginStore.Desired plugin);

    /** It serves, or is not to run any more. */
    void settled(String id);

    /** It could not be started this time. */
    void failed(String id, RefusedException refused);

    /** It failed too often: it is not tried again by itself. */
    void quarantined(String id, RefusedException refused);

    /** It is left off for as long as this portal runs; that it shall run stays recorded. */
    void leftOff(PluginStore.Desired plugin, Diagnosis why);
}
