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

    /** To take entities out of the catalog. */
    public static final String CATALOG_DELETE = "catalog.entity.delete";

    /** To have a document checked. */
    public static final String CATALOG_VALIDATE = "catalog.entity.validate";

    /** To see which locations are registered. */
    public static final String LOCATION_READ = "catalog.location.read";

    /** To register locations. */
    public static final String LOCATION_CREATE = "catalog.location.create";

    /** To end the registration of locations. */
    public static final String LOCATION_DELETE = "catalog.location.delete";

    /** To look at what a location would bring in. */
    public static final String LOCATION_ANALYZE = "catalog.location.analyze";

    /** To see which plugins are installed. */
    public static final String PLUGIN_READ = "plugin.read";

    /** To install, replace and remove plugins. */
    public static final String PLUGIN_MANAGE = "plugin.manage";

    /** To open the web page and what belongs to nobody in particular. */
    public static final String PORTAL_USE = "portal.use";

    /** To take a backup, which holds all secrets of the portal. */
    public static final String PORTAL_BACKUP = "portal.backup";
}
