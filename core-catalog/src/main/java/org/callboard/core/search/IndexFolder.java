package org.callboard.core.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.callboard.core.lucene.DisposableFiles;

/** The files of the index, the writer on them, and what they hold. */
record IndexFolder(
        Directory directory, IndexWriter writer, SearcherManager searchers, Map<CollectionKey, String> held) {

    private static final String FORM = "form";
    private static final double BUFFER_MB = 8;

    /** Opens the files of a folder; where they are of no use, begins anew. */
    static IndexFolder open(Path folder) {
        try {
            return DisposableFiles.open(folder, "The index of plugins' texts", IndexFolder::read);
        } catch (IOException failure) {
            throw new UncheckedIOException("The index in " + folder + " can't be used.", failure);
        }
    }

    private static IndexFolder read(Directory directory) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setCommitOnClose(false).setSimilarity(TextWeight.SIMILARITY).setRAMBufferSizeMB(BUFFER_MB);
        IndexWriter writer = new IndexWriter(directory, config);
        try {
            if (!Fields.FORM.equals(DisposableFiles.committed(writer).get(FORM))) {
                writer.deleteAll();
            }
            SearcherManager searchers = new SearcherManager(writer, null);
            return new IndexFolder(directory, writer, searchers, held(searchers));
        } catch (IOException | RuntimeException broken) {
            writer.rollback();
            throw broken;
        }
    }

    private static Map<CollectionKey, String> held(SearcherManager searchers) throws IOException {
        Map<CollectionKey, String> held = new HashMap<>();
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                addHeld(segment, held);
            }
        } finally {
            searchers.release(searcher);
        }
        return held;
    }

    private static void addHeld(LeafReaderContext segment, Map<CollectionKey, String> held) throws IOException {
        PostingsEnum heads = segment.reader().postings(new Term(Fields.HEAD, Fields.HEAD), PostingsEnum.NONE);
        if (heads == null) {
            return;
        }
        Bits alive = segment.reader().getLiveDocs();
        StoredFields stored = segment.reader().storedFields();
        for (int head = heads.nextDoc(); head != PostingsEnum.NO_MORE_DOCS; head = heads.nextDoc()) {
            if (alive == null || alive.get(head)) {
                Document fields = stored.document(head);
                held.put(CollectionKey.parse(fields.get(Fields.COLLECTION)), fields.get(Fields.FINGERPRINT));
            }
        }
    }

    void commit() throws IOException {
        if (writer.hasUncommittedChanges()) {
            writer.setLiveCommitData(Map.of(FORM, Fields.FORM).entrySet());
            writer.commit();
        }
    }

    /** What was not committed is lost. */
    void close() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
