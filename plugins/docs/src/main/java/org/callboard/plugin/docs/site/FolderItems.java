package org.callboard.plugin.docs.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The navigation of a folder: its first page, its other pages, its folders, unless its {@code .pages} says otherwise. */
final class FolderItems {

    private static final int DEEPEST = 20;

    private final String folder;
    private final UnaryOperator<String> titles;
    private final Function<String, FolderOrder> orders;
    private final int depth;
    private final Map<String, NavItem> pages = new TreeMap<>();
    private final Map<String, FolderItems> folders = new TreeMap<>();
    private String firstName = "";
    private @Nullable NavItem first;

    /**
     * @param folder its path within the site, with a slash at its end; empty for the root
     * @param titles the title of a page that is at a path
     * @param orders what a folder says of its items
     */
    FolderItems(String folder, UnaryOperator<String> titles, Function<String, FolderOrder> orders) {
        this(folder, titles, orders, 0);
    }

    private FolderItems(String folder, UnaryOperator<String> titles, Function<String, FolderOrder> orders, int depth) {
        this.folder = folder;
        this.titles = titles;
        this.orders = orders;
        this.depth = depth;
    }

    /** Adds a page by its path within the folder. */
    void add(String rest, String path, String address) {
        int slash = depth < DEEPEST ? rest.indexOf('/') : -1;
        if (slash >= 0) {
            String name = rest.substring(0, slash);
            folders.computeIfAbsent(name, key -> new FolderItems(folder + name + "/", titles, orders, depth + 1))
                    .add(rest.substring(slash + 1), path, address);
            return;
        }
        NavItem item = new NavItem(titles.apply(path), address, List.of());
        if (rest.startsWith("index.") || rest.startsWith("README.")) {
            first = item;
            firstName = rest;
        } else {
            pages.put(rest, item);
        }
    }

    List<NavItem> list() {
        return list(orders.apply(folder), false);
    }

    private List<NavItem> list(FolderOrder order, boolean isCollapsed) {
        boolean collapses = isCollapsed || order.collapsesFolders();
        Map<String, NavItem> items = new LinkedHashMap<>();
        if (first != null) {
            items.put(firstName, first);
        }
        items.putAll(pages);
        folders.forEach((name, inner) -> {
            FolderOrder own = orders.apply(inner.folder);
            if (!own.isHidden()) {
                items.put(name, inner.item(name, own, collapses));
            }
        });
        return order.arrange(items);
    }

    /** The section that this folder is; its only page where it is to be collapsed and has no more. */
    private NavItem item(String name, FolderOrder order, boolean isCollapsed) {
        List<NavItem> inner = list(order, isCollapsed);
        boolean isOne = inner.size() == 1 && inner.get(0).page() != null;
        return isOne && (isCollapsed || order.isCollapsed())
                ? inner.get(0)
                : new NavItem(order.title().orElseGet(() -> Text.title(name)), null, inner);
    }
}
