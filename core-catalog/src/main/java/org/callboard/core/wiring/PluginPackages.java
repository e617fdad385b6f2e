package org.callboard.core.wiring;

/** Which plugin a package belongs to, by its name. */
public final class PluginPackages {

    private static final String PREFIX = "org.callboard.plugin.";

    private PluginPackages() {}

    public static boolean isOfAPlugin(String name) {
        return name.startsWith(PREFIX);
    }

    /** {@return whether it belongs to this plugin} */
    public static boolean isOf(String plugin, String name) {
        return isOfAPlugin(name) && owner(name).equals(plugin.replace("-", ""));
    }

    /** {@return the id of the plugin, without its hyphens} */
    static String owner(String name) {
        return name.substring(PREFIX.length()).split("\\.", 2)[0];
    }
}
