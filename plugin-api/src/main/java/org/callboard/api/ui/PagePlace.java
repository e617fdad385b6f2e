package org.callboard.api.ui;

import org.callboard.api.security.Permission;

/**
 * Where a page is. A page whose path can't be used stands at {@code /<plugin id>/<extension id>} and says there what is
 * wrong with it.
 *
 * @param path behind {@code /<plugin id>}; empty for that itself. A step in braces stands for any and is a parameter of that
 *     name: {@code regions/{region}}; a last one with three dots, {@code files/{file...}}, stands for all that follow, none
 *     too, with slashes between. Where several pages have a path, the one with more steps written out wins; of pages that
 *     can't be told apart, the first by id
 * @param icon stands beside its title
 * @param listing whether the list of pages at the side names it; pages with parameters it never does
 * @param order pages are listed by rising order and then by title
 * @param permission what readers need to see it; without it the page is not there for them
 */
public record PagePlace(String path, Icon icon, Listing listing, int order, String permission) {

    /** At {@code /<plugin id>}, listed, for everybody. */
    public static final PagePlace FRONT = at("");

    /** Whether the list of pages names a page. */
    public enum Listing {
        /** It does. */
        LISTED,
        /** It doesn't. */
        UNLISTED
    }

    /** {@return the place with this path} */
    public static PagePlace at(String path) {
        return new PagePlace(path, Icon.PUZZLE, Listing.LISTED, 100, Permission.PORTAL_USE);
    }

    /** {@return this place with an icon} */
    public PagePlace icon(Icon other) {
        return new PagePlace(path, other, listing, order, permission);
    }

    /** {@return this place, not listed} */
    public PagePlace unlisted() {
        return new PagePlace(path, icon, Listing.UNLISTED, order, permission);
    }

    /** {@return this place with another order} */
    public PagePlace order(int other) {
        return new PagePlace(path, icon, listing, other, permission);
    }

    /** {@return this place for those who hold a permission} */
    public PagePlace permission(String name) {
        return new PagePlace(path, icon, listing, order, name);
    }
}
