package org.callboard.plugin.docs.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the navigation says of a page: its title, and what is before and behind it. */
final class Titles {

    private final List<String> order = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();

    Titles(List<NavItem> navigation) {
        navigation.forEach(this::add);
    }

    private void add(NavItem item) {
        String page = item.page();
        if (page != null && !places.containsKey(page)) {
            places.put(page, order.size());
            order.add(page);
            titles.put(page, item.title());
        }
        item.items().forEach(this::add);
    }

    Optional<String> title(String page) {
        return Optional.ofNullable(titles.get(page));
    }

    /** The page so many places further; null where there is none, or the page is in no navigation. */
    @Nullable String at(String page, int distance) {
        Integer place = places.get(page);
        int wanted = place == null ? -1 : place + distance;
        return wanted >= 0 && wanted < order.size() ? order.get(wanted) : null;
    }
}
