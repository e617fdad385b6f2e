package org.callboard.core.lifecycle;

import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.pluginstore.NameClaims;
import org.callboard.core.pluginstore.PluginRecord;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.session.Permissions;
import org.jspecify.annotations.Nullable;

/** Who may install and steer which plugin: that goes by the owner that its jar names. */
final class PluginAccess {

    private final PluginStore store;
    private final NameClaims claims;

    PluginAccess(PluginStore store, NameClaims claims) {
        this.store = store;
        this.claims = claims;
    }

    /** Lets on who may manage a plugin; of one that is not installed, who may that of its name's owner. */
    void requireManaging(Caller caller, String id) {
        // who may manage none need not be told which there are
        Permissions.require(caller, Permission.PLUGIN_MANAGE);
        Permissions.require(caller, Permission.PLUGIN_MANAGE, id, owner(id));
    }

    /** Lets on who may manage what a jar holds, and the plugin whose place it would take. */
    void requireInstalling(Caller caller, PluginArchive archive) {
        Permissions.require(caller, Permission.PLUGIN_MANAGE, archive.id(), archive.owner());
        if (store.find(archive.id()).isPresent()) {
            requireManaging(caller, archive.id());
        }
    }

    private @Nullable String owner(String id) {
        PluginRecord installed = store.find(id).orElse(null);
        return installed == null ? claims.owner(id) : installed.current().owner();
    }
}
