package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.lucene.DisposableFiles;
import org.callboard.core.store.Change;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index's files and the one writer on them. A commit says of which database and up to which change it is. */
final class IndexFiles {

    /** The number of an index that holds nothing yet. */
    static final long NOTHING = -1;

    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);
    private static final String FORM = "form";
    private static final String IDENTITY = "identity";
    private static final String NUMBER = "number";
    private static final String WRITTEN = "written";
    private static final String BUILT = "built";

    private final JsonCodec codec = new JsonCodec();
    private final Directory directory;
    private final IndexWriter writer;
    private final long identity;
    private volatile @Nullable Instant written;
    private volatile @Nullable Instant built;

    private IndexFiles(Directory directory, IndexWriter writer, long identity) {
        this.directory = directory;
        this.writer = writer;
        this.identity = identity;
        Map<String, String> data = DisposableFiles.committed(writer);
        this.written = moment(data.get(WRITTEN));
        this.built = moment(data.get(BUILT));
    }

    /** Opens the files of a folder; where they can't be read, begins anew. */
    static IndexFiles open(Path folder, long identity) throws IOException {
        return DisposableFiles.open(
                folder, "The search index", files -> new IndexFiles(files, readable(files), identity));
    }

    /** {@return a writer on files all of which are there} */
    private static IndexWriter readable(Directory directory) throws IOException {
        IndexWriter writer = writer(directory);
        try (DirectoryReader all = DirectoryReader.open(writer)) {
            LOG.debug("The search index holds {} entities", all.numDocs());
            return writer;
        } catch (IOException | IllegalArgumentException broken) {
            writer.rollback();
            throw broken;
        }
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        return new IndexWriter(directory, new IndexWriterConfig().setCommitOnClose(false));
    }

    /** {@return the number of the last change in the files, or {@link #NOTHING} where they are of no use} */
    long number() {
        Map<String, String> data = DisposableFiles.committed(writer);
        boolean ours =
                Fields.FORM.equals(data.get(FORM)) && Long.toString(identity).equals(data.get(IDENTITY));
        return ours ? Long.parseLong(data.getOrDefault(NUMBER, Long.toString(NOTHING))) : NOTHING;
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    /** {@return when they were last written; null where they never were} */
    @Nullable Instant written() {
        return written;
    }

    /** {@return when they were last made anew; null where that is not known} */
    @Nullable Instant built() {
        return built;
    }

    /** {@return whether changes can be put in: a writer that has failed takes no more} */
    boolean isOpen() {
        return writer.isOpen();
    }

    void clear() throws IOException {
        writer.deleteAll();
        built = Instant.now();
    }

    /** Puts a changed entity in, or takes a removed one out. */
    void put(Change change) {
        Term ref = new Term(Fields.REF, change.ref());
        byte[] document = change.document();
        try {
            if (document == null) {
                writer.deleteDocuments(ref);
            } else {
                Json.Obj decoded = change.decoded();
                Json.Obj entity = decoded != null ? decoded : (Json.Obj) codec.decode(document);
                writer.updateDocument(ref, Fields.document(change.ref(), entity, document));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    DirectoryReader reader() {
        try {
            return DirectoryReader.open(writer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return a reader that sees what was put in since} */
    DirectoryReader refreshed(DirectoryReader old) {
        try {
            DirectoryReader newer = DirectoryReader.openIfChanged(old, writer);
            if (newer == null) {
                old.incRef();
                return old;
            }
            return newer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void release(DirectoryReader reader) {
        try {
            reader.decRef();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes the files hold what was put in so far, which is all up to this change. */
    void commit(long number) {
        Instant now = Instant.now();
        Map<String, String> data = new HashMap<>(
                Map.of(FORM, Fields.FORM, IDENTITY, Long.toString(identity), NUMBER, Long.toString(number)));
        data.put(WRITTEN, now.toString());
        if (built != null) {
            data.put(BUILT, built.toString());
        }
        try {
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
            written = now;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void close() {
        try {
            writer.close();
            directory.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
