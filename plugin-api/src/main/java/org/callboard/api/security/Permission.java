package org.callboard.api.security;

/**
 * The right to do one sort of thing.
 *
 * @param name dotted and lower case, for example {@code catalog.entity.read}
 */
public record Permission(String name) {

    /** To read entities; the name that Backstage gives it. */
    public static final String CATALOG_READ = "catalog.entity.read";

    /** To have entities read again from their location. */
    public static final String CATALOG_REFRESH = "catalog.entity.refresh";

    /** To see which plugins are installed. */
    public static final String PLUGIN_READ = "plugin.read";

    /** To install, replace and remove plugins. */
    public static final String PLUGIN_MANAGE = "plugin.manage";

    /** To open the web page and what belongs to nobody in particular. */
    public static final String PORTAL_USE = "portal.use";
}
