package org.callboard.api.plugins;

/** What a plugin is doing. The table of transitions is in the operations guide. */
public enum PluginState {
    /** Its first revision is being started. */
    STARTING,
    /** It serves. */
    ACTIVE,
    /** It serves, and something in it has failed lately. */
    DEGRADED,
    /** Somebody switched it off. */
    DISABLED,
    /** It needs something that is not there. */
    UNRESOLVED,
    /** It could not be started. */
    FAILED,
    /** It failed too often and is not tried again by itself. */
    QUARANTINED
}
