package org.callboard.plugin.docs.site;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pages and assets of a site by their paths within its docs folder, and where each really is. Not thread-safe. */
final class SiteFiles {

    private static final int MOST = 20_000;

    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, String> orders = new LinkedHashMap<>();
    private boolean isCut;

    /**
     * Adds the files of a docs folder.
     *
     * @param folder with a slash at its end; empty for the root
     * @param prefix what is put before their paths in the site; empty, or with a slash at its end
     */
    void add(DocFiles files, String folder, String prefix) {
        for (String path : files.paths()) {
            if (path.startsWith(folder)) {
                String rest = path.substring(folder.length());
                if (Paths.name(rest).equals(FolderOrder.NAME) && !isHidden(Paths.folder(rest))) {
                    orders.put(prefix + Paths.folder(rest), path);
                } else if (!isHidden(rest)) {
                    add(prefix + rest, path);
                }
            }
        }
    }

    private static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    /** Adds one file. */
    void add(String path, String source) {
        if (sources.size() >= MOST) {
            isCut = true;
            return;
        }
        sources.put(path, source);
        if (Paths.isMarkdown(path)) {
            pages.merge(Paths.address(path), path, SiteFiles::preferred);
        }
    }

    /** Of two files with the same address, the one that is shown. */
    private static String preferred(String one, String other) {
        boolean isReadme = Paths.name(one).startsWith("README.");
        return isReadme && !Paths.name(other).startsWith("README.") ? other : one;
    }

    /** Where the file is that says the order of a folder, of which the path has a slash at its end. */
    Optional<String> order(String folder) {
        return Optional.ofNullable(orders.get(folder));
    }

    boolean isCut() {
        return isCut;
    }

    static int most() {
        return MOST;
    }

    /** The addresses of pages, and the path of each. */
    Map<String, String> pages() {
        return pages;
    }

    Collection<String> paths() {
        return sources.keySet();
    }

    boolean has(String path) {
        return sources.containsKey(path);
    }

    /** Where a file of the site really is. */
    Optional<String> source(String path) {
        return Optional.ofNullable(sources.get(path));
    }

    /** The address of the page that a file is, if it is one. */
    Optional<String> page(String path) {
        return has(path) && Paths.isMarkdown(path) ? Optional.of(Paths.address(path)) : Optional.empty();
    }
}
