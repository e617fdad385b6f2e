package org.callboard.core.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.callboard.core.inbox.InboxFile.Verdict;
import org.callboard.core.inbox.InboxFolder.Stamp;

/** Files that were put aside for being incomplete: who copies goes on writing to such a file under its new name. */
final class StalledFiles {

    private static final int MOST = 1_000;

    private final InboxFolder folder;
    private final Map<Path, Stalled> files = new HashMap<>();

    StalledFiles(InboxFolder folder) {
        this.folder = folder;
    }

    private record Stalled(Path jar, Stamp stamp) {}

    /** Remembers a file that was put aside just now. */
    void remember(InboxFile file, Path aside) {
        files.remove(aside);
        if (file.verdict() == Verdict.BROKEN && files.size() < MOST) {
            files.put(aside, new Stalled(file.path(), file.stamp()));
        }
    }

    /** Gives those that have grown since their names back. */
    void takeBackWhatGoesOn() throws IOException {
        for (Map.Entry<Path, Stalled> entry : Map.copyOf(files).entrySet()) {
            Path aside = entry.getKey();
            Stamp before = entry.getValue().stamp();
            Stamp now = InboxFolder.stamp(aside);
            if (!before.equals(now)) {
                files.remove(aside);
                if (now != null && Objects.equals(now.key(), before.key())) {
                    folder.takeBack(aside, entry.getValue().jar());
                }
            }
        }
    }
}
