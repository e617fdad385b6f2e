package org.callboard.plugin.docs.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page in the navigation, or a section with items of its own.
 *
 * @param page the page's address; null where it is a section, or leads elsewhere
 * @param items within a section
 * @param link where it leads that leads out of the site; null for others
 */
public record NavItem(
        String title,
        @Nullable String page,
        List<NavItem> items,
        @Nullable String link) {

    /** Copies the list. */
    public NavItem {
        items = List.copyOf(items);
    }

    /** A page or a section. */
    public NavItem(String title, @Nullable String page, List<NavItem> items) {
        this(title, page, items, null);
    }
}
