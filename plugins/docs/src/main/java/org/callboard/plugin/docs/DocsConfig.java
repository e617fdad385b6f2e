package org.callboard.plugin.docs;

import java.net.URI;
import java.util.Optional;
import org.callboard.api.config.PluginConfiguration;
import org.callboard.api.config.Setting;

/**
 * When documentation is said to need its owners, and who draws diagrams; nothing of it has to be set.
 *
 * @param staleDays after how many days without a change
 * @param unreadDays after how many days without a view
 * @param plantUml where a server takes a diagram's text and answers the drawing
 */
@PluginConfiguration
public record DocsConfig(
        @Setting(value = "After how many days without a change a page is stale", fallback = "365")
        int staleDays,

        @Setting(value = "After how many days without a view a page is unread", fallback = "90")
        int unreadDays,

        @Setting(
                "Where a PlantUML server or Kroki draws as SVG what is posted to it; its host has to be listed as well")
        Optional<URI> plantUml) {

    /** For how many days views are kept. */
    public static final int VIEWS_KEPT = 400;

    /** Refuses what can't be known, as views are kept for 400 days, and what can't be asked. */
    public DocsConfig {
        if (staleDays < 1) {
            throw new IllegalArgumentException("staleDays must be 1 or more.");
        }
        if (unreadDays < 1 || unreadDays > VIEWS_KEPT) {
            throw new IllegalArgumentException("unreadDays must be from 1 to " + VIEWS_KEPT + ".");
        }
        if (plantUml.filter(DocsConfig::isNoAddress).isPresent()) {
            throw new IllegalArgumentException(
                    "plantUml must be an address such as https://kroki.example.com/plantuml/svg.");
        }
    }

    private static boolean isNoAddress(URI uri) {
        return uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("(?i)https?");
    }
}
