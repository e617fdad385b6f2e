package org.callboard.plugin.docs;

import java.util.List;
import java.util.Optional;
import org.callboard.api.source.SourceFolder;
import org.callboard.plugin.docs.site.DocFiles;

/** A folder of the portal's, for a site to be read from. */
record FolderFiles(SourceFolder folder) implements DocFiles {

    @Override
    public List<String> paths() {
        return folder.paths();
    }

    @Override
    public Optional<byte[]> read(String path) {
        return folder.read(path);
    }
}
