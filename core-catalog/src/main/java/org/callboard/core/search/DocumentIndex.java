package org.callboard.core.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchHit;

/**
 * The texts of plugins, as they were read last, in files that may be lost: whatever is missing is read again. One thread
 * writes; any may search.
 */
final class DocumentIndex implements AutoCloseable {

    private final Path folder;
    private volatile IndexFolder files;

    /** Opens the index in this folder; where that is of no use, an empty one. */
    DocumentIndex(Path folder) {
        this.folder = folder;
        this.files = IndexFolder.open(folder);
    }

    /** Begins again with what was committed, where a full disk, for one, has ended the writer. */
    void mend() {
        if (!files.writer().isOpen()) {
            IndexFolder broken = files;
            files = IndexFolder.open(folder);
            broken.close();
        }
    }

    /** {@return whether a collection is here in this state} */
    boolean holds(CollectionKey key, String fingerprint) {
        return fingerprint.equals(files.held().get(key));
    }

    /** {@return whose collections are here} */
    Set<String> origins() {
        Set<String> origins = new HashSet<>();
        files.held().keySet().forEach(key -> origins.add(key.origin()));
        return origins;
    }

    /** Puts a collection in the place of what was known of it. It can be found after {@link #refresh}. */
    void replace(CollectionKey key, String fingerprint, String about, List<SearchDocument> documents) {
        write(() -> {
            files.writer().deleteDocuments(new Term(Fields.COLLECTION, key.text()));
            for (SearchDocument document : documents) {
                files.writer().addDocument(Fields.document(key, about, document));
            }
            files.writer().addDocument(Fields.head(key, fingerprint));
            files.held().put(key, fingerprint);
        });
    }

    /** Takes the collections of an origin out but for those. */
    void keepOnly(String origin, Set<CollectionKey> keys) {
        List<CollectionKey> gone = files.held().keySet().stream()
                .filter(key -> key.origin().equals(origin) && !keys.contains(key))
                .toList();
        write(() -> {
            for (CollectionKey key : gone) {
                files.writer().deleteDocuments(new Term(Fields.COLLECTION, key.text()));
                files.held().remove(key);
            }
        });
    }

    /** Lets what was written be found. */
    void refresh() {
        write(() -> files.searchers().maybeRefreshBlocking());
    }

    /** Lets what was written be found, also by a portal that is started later. */
    void commit() {
        refresh();
        write(() -> files.commit());
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** What fails half-way leaves what was committed. */
    private void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException | RuntimeException failure) {
            try {
                files.writer().rollback();
            } catch (IOException also) {
                failure.addSuppressed(also);
            }
            throw failure instanceof IOException io
                    ? new UncheckedIOException("The index of plugins' texts can't be written.", io)
                    : (RuntimeException) failure;
        }
    }

    /**
     * {@return what was found, the best first}
     *
     * @param shows whether the caller may read what is about an entity, by its reference
     */
    List<SearchHit> search(Wanted wanted, Predicate<String> shows) {
        IndexFolder now = files;
        try {
            IndexSearcher searcher = now.searchers().acquire();
            try {
                List<SearchHit> found = new DocumentSearch(searcher, wanted, shows).find();
                // what is mistyped costs more to look for than all else
                return found.size() < wanted.limit()
                        ? new DocumentSearch(searcher, wanted.tolerant(), shows).find()
                        : found;
            } finally {
                now.searchers().release(searcher);
            }
        } catch (AlreadyClosedException closed) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "The search is closed.", "Try again.", closed);
        } catch (IOException failure) {
            throw new UncheckedIOException("The index of plugins' texts can't be read.", failure);
        }
    }

    @Override
    public void close() {
        files.close();
    }
}
