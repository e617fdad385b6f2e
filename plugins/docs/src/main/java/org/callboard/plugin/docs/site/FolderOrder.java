package org.callboard.plugin.docs.site;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What the {@code .pages} of a folder says of its place in the navigation and of its items, as the plugin awesome-pages has it. */
final class FolderOrder {

    /** The name of such files. */
    static final String NAME = ".pages";

    private static final int DEEPEST = 10;
    private static final int MOST = 20_000;
    private static final String REST = "...";

    private final String file;
    private final Tree root;
    private final Consumer<SiteProblem> problems;
    private int read;

    private FolderOrder(String file, Tree root, Consumer<SiteProblem> problems) {
        this.file = file;
        this.root = root;
        this.problems = problems;
    }

    /** @param file where it is; empty where there is none, which then says nothing */
    static FolderOrder read(String file, byte[] bytes, Consumer<SiteProblem> problems) {
        try {
            return new FolderOrder(file, Tree.read(Text.of(bytes)), problems);
        } catch (YamlEngineException | StackOverflowError faulty) {
            problems.accept(new SiteProblem(
                    file, 1, "The file is no YAML.", "Correct it. Until then pages are in the order of their files."));
            return new FolderOrder(file, Tree.none(), problems);
        }
    }

    Optional<String> title() {
        return root.get("title").text();
    }

    boolean isHidden() {
        return is("hide");
    }

    /** Whether the folder is no section where it has a single page. */
    boolean isCollapsed() {
        return is("collapse");
    }

    /** Whether that is so of all folders below. */
    boolean collapsesFolders() {
        return is("collapse_single_pages");
    }

    private boolean is(String key) {
        return root.get(key).text().orElse("").equalsIgnoreCase("true");
    }

    /** @param items by the names of their files and folders, in their usual order */
    List<NavItem> arrange(Map<String, NavItem> items) {
        Map<String, NavItem> ordered = ordered(items);
        Tree nav = root.get("nav");
        Tree list = nav.isMissing() ? root.get("arrange") : nav;
        if (list.items().isEmpty()) {
            return new ArrayList<>(ordered.values());
        }
        Set<String> named = new HashSet<>();
        name(list, named, 0);
        List<NavItem> arranged = arrange(list, ordered, named, 0);
        if (nav.isMissing() && !named.contains(REST)) {
            rest("**", ordered, named, arranged);
        }
        return arranged;
    }

    private Map<String, NavItem> ordered(Map<String, NavItem> items) {
        String order = root.get("order").text().orElse("");
        if (order.equals("asc") || order.equals("desc")) {
            Map<String, NavItem> sorted =
                    new TreeMap<>(order.equals("asc") ? String::compareTo : Collections.reverseOrder());
            sorted.putAll(items);
            return sorted;
        }
        return items;
    }

    /** The names that a list has, in whatever section: the rest is what it hasn't. */
    private void name(Tree list, Set<String> named, int depth) {
        for (Tree item : list.items()) {
            if (++read > MOST) {
                return;
            }
            item.text().ifPresent(named::add);
            item.fields().values().forEach(value -> {
                value.text().ifPresent(named::add);
                if (depth < DEEPEST) {
                    name(value, named, depth + 1);
                }
            });
        }
    }

    private List<NavItem> arrange(Tree list, Map<String, NavItem> items, Set<String> named, int depth) {
        List<NavItem> arranged = new ArrayList<>();
        for (Tree item : list.items()) {
            if (++read > 2 * MOST) {
                break;
            }
            item.text().ifPresent(text -> put(item, "", text, items, named, arranged));
            item.fields().forEach((title, value) -> {
                if (value.text().isPresent()) {
                    put(value, title, value.text().get(), items, named, arranged);
                } else if (depth < DEEPEST) {
                    arranged.add(new NavItem(title, null, arrange(value, items, named, depth + 1)));
                }
            });
        }
        return arranged;
    }

    private void put(
            Tree place, String title, String text, Map<String, NavItem> items, Set<String> named, List<NavItem> to) {
        String name = text.strip().replaceFirst("^\\./", "").replaceFirst("/$", "");
        NavItem item = items.get(name);
        if (name.equals(REST) || name.startsWith(REST + " |")) {
            rest(name.equals(REST) ? "**" : name.substring(REST.length() + 2).strip(), items, named, to);
        } else if (name.matches("(?i)(https?://|mailto:).*")) {
            to.add(new NavItem(title.isEmpty() ? name : title, null, List.of(), name));
        } else if (item != null) {
            to.add(title.isEmpty() ? item : new NavItem(title, item.page(), item.items(), item.link()));
        } else {
            problems.accept(new SiteProblem(
                    file,
                    place.line(),
                    "The order of this folder names " + name + ", and it has no such page or folder.",
                    "Correct the name, or remove it."));
        }
    }

    /** @param glob what their names are like */
    private static void rest(String glob, Map<String, NavItem> items, Set<String> named, List<NavItem> to) {
        PathMatcher wanted = matcher(glob.replaceFirst("^glob=", ""));
        items.forEach((name, item) -> {
            if (wanted.matches(Path.of(name)) && named.add(name)) {
                to.add(item);
            }
        });
    }

    private static PathMatcher matcher(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (IllegalArgumentException unreadable) {
            return path -> false;
        }
    }
}
