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

    /** To read the log and the configuration of plugins. */
    public static final String PLUGIN_INSPECT = "plugin.inspect";

    /** To install, replace and remove plugins, and to have their jars. */
    public static final String PLUGIN_MANAGE = "plugin.manage";

    /** To see what tasks the plugins have and how they went. */
    public static final String TASK_READ = "task.read";

    /** To have tasks run, pause and resume. */
    public static final String TASK_RUN = "task.run";

    /** To open the web page and what belongs to nobody in particular. */
    public static final String PORTAL_USE = "portal.use";

    /** To see how things stand with the portal itself, and which settings are in force. */
    public static final String PORTAL_INSPECT = "portal.inspect";

    /** To take a backup, which holds all secrets of the portal. */
    public static final String PORTAL_BACKUP = "portal.backup";

    /** To see what the portal and its plugins do and cost, in figures. */
    public static final String METRICS_READ = "metrics.read";

    /** To make links that sign an administrator in. */
    public static final String SESSION_CREATE = "session.create";

    /** To make, see and revoke the tokens of machines. */
    public static final String TOKEN_MANAGE = "token.manage";

    /** To see what others may do and why, and to try another policy. */
    public static final String POLICY_READ = "policy.read";

    /** To see who is bound to which user, and to end that. */
    public static final String PEOPLE_MANAGE = "people.manage";

    /** To read who did what. */
    public static final String AUDIT_READ = "audit.read";
}
