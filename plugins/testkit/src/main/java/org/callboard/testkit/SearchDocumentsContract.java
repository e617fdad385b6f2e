package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchDocuments;
import org.junit.jupiter.api.Test;

/** What everything that offers search documents keeps to. */
public interface SearchDocumentsContract extends ExtensionContract<SearchDocuments> {

    private static TestCaller caller() {
        return TestCaller.named("The plugin itself");
    }

    /** Of two with one id the first is read alone. */
    @Test
    default void itsCollectionsHaveDifferentIds() {
        Set<String> ids = new HashSet<>();
        for (SearchCollection collection : extension().collections(caller())) {
            assertTrue(ids.add(collection.id()), () -> "'" + collection.id() + "' is there twice.");
        }
    }

    /** What has another fingerprint is read again each time. */
    @Test
    default void itsFingerprintsStayWhileNothingChanges() {
        SearchDocuments documents = extension();
        assertEquals(documents.collections(caller()), documents.collections(caller()));
    }

    /** What has no title can't be shown. */
    @Test
    default void itsDocumentsHaveTitles() {
        SearchDocuments documents = extension();
        for (SearchCollection collection : documents.collections(caller())) {
            try (Stream<SearchDocument> read = documents.read(collection, caller())) {
                List<SearchDocument> all = read.toList();
                all.forEach(one -> assertFalse(one.title().isBlank(), () -> one.address() + " has no title."));
            }
        }
    }
}
