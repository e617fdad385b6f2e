package org.callboard.plugin.docs.feedback;

import org.callboard.api.config.PluginConfiguration;
import org.callboard.api.config.Setting;

/**
 * When documentation is said to need its owners; nothing of it has to be set.
 *
 * @param staleDays after how many days without a change
 * @param unreadDays after how many days without a view
 */
@PluginConfiguration
public record FeedbackConfig(
        @Setting(value = "After how many days without a change a page is stale", fallback = "365")
        int staleDays,

        @Setting(value = "After how many days without a view a page is unread", fallback = "90")
        int unreadDays) {

    /** Refuses what can't be known: views are kept for 400 days. */
    public FeedbackConfig {
        if (staleDays < 1) {
            throw new IllegalArgumentException("staleDays must be 1 or more.");
        }
        if (unreadDays < 1 || unreadDays > PageViews.DAYS_KEPT) {
            throw new IllegalArgumentException("unreadDays must be from 1 to " + PageViews.DAYS_KEPT + ".");
        }
    }
}
