package org.callboard.plugin.docs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callboard.api.source.SourceFolder;
import org.callboard.plugin.docs.site.DocFiles;

/** Documents in the usual places as a site: its {@code mkdocs.yml} is made of what is there. */
final class FoundFiles implements DocFiles {

    private static final String SITE = "mkdocs.yml";

    private final SourceFolder folder;
    private final List<String> paths;
    private final byte[] site;

    private FoundFiles(SourceFolder folder) {
        this.folder = folder;
        this.paths = new ArrayList<>(folder.paths());
        paths.add(SITE);
        this.site = new FoundNavigation(folder).yaml().getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the files of a folder, as they are where it is a site of its own} */
    static DocFiles of(SourceFolder folder) {
        return isSite(folder) ? new FolderFiles(folder) : new FoundFiles(folder);
    }

    static boolean isSite(SourceFolder folder) {
        return folder.paths().contains(SITE) || folder.paths().contains("mkdocs.yaml");
    }

    static boolean isPage(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".md");
    }

    @Override
    public List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public Optional<byte[]> read(String path) {
        return path.equals(SITE) ? Optional.of(site.clone()) : folder.read(path);
    }

    @Override
    public boolean isOfGitHub() {
        return true;
    }
}
