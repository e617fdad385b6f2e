package org.callboard.core.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of an index that can be made anew from what it was made of. */
public final class DisposableFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DisposableFiles.class);

    private DisposableFiles() {}

    /** Reads the files of an index. */
    @FunctionalInterface
    public interface Opening<T> {

        /** {@return the index} What it throws leaves the files closed. */
        T open(Directory directory) throws IOException;
    }

    /**
     * {@return the index in a folder; where that can't be read, an empty one}
     *
     * @param name what messages call it, at the start of a sentence
     */
    public static <T> T open(Path folder, String name, Opening<T> opening) throws IOException {
        Files.createDirectories(folder);
        Directory directory = FSDirectory.open(folder);
        try {
            return opening.open(directory);
        } catch (LockObtainFailedException inUse) {
            throw inUse;
        } catch (IOException | RuntimeException broken) {
            LOG.warn("{} can't be read and is made anew: {}", name, broken.getMessage());
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
            return opening.open(directory);
        }
    }

    /** {@return what was written with the last commit beside the documents} */
    public static Map<String, String> committed(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> last = writer.getLiveCommitData();
        if (last != null) {
            last.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }
}
