package org.callboard.plugin.docs.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The navigation of a folder: its first page, its other pages, its folders. */
final class FolderItems {

    private static final int DEEPEST = 20;

    private final UnaryOperator<String> titles;
    private final int depth;
    private final Map<String, NavItem> pages = new TreeMap<>();
    private final Map<String, FolderItems> folders = new TreeMap<>();
    private @Nullable NavItem first;

    /** @param titles the title of a page that is at a path */
    FolderItems(UnaryOperator<String> titles) {
        this(titles, 0);
    }

    private FolderItems(UnaryOperator<String> titles, int depth) {
        this.titles = titles;
        this.depth = depth;
    }

    /** Adds a page by its path within the folder. */
    void add(String rest, String path, String address) {
        int slash = depth < DEEPEST ? rest.indexOf('/') : -1;
        if (slash >= 0) {
            folders.computeIfAbsent(rest.substring(0, slash), name -> new FolderItems(titles, depth + 1))
                    .add(rest.substring(slash + 1), path, address);
            return;
        }
        NavItem item = new NavItem(titles.apply(path), address, List.of());
        if (rest.startsWith("index.") || rest.startsWith("README.")) {
            first = item;
        } else {
            pages.put(rest, item);
        }
    }

    List<NavItem> list() {
        List<NavItem> items = new ArrayList<>();
        if (first != null) {
            items.add(first);
        }
        items.addAll(pages.values());
        folders.forEach((name, folder) -> items.add(new NavItem(Text.title(name), null, folder.list())));
        return items;
    }
}
