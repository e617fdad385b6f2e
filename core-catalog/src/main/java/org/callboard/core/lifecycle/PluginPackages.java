package org.callboard.core.lifecycle;

/** Which plugin a package belongs to, by its name. */
final class PluginPackages {

    private static final String PREFIX = "org.callboard.plugin.";

    private PluginPackages() {}

    static boolean isOfAPlugin(String name) {
        return name.startsWith(PREFIX);
    }

    static boolean isOf(String plugin, String name) {
        return isOfAPlugin(name) && owner(name).equals(plugin.replace("-", ""));
    }

    /** {@return the id of the plugin, without its hyphens} */
    static String owner(String name) {
        return name.substring(PREFIX.length()).split("\\.", 2)[0];
    }
}
